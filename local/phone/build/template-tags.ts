/** The names of all elements that a WXML source opens. Comments and inline scripts hold none. */
export function tagsOf(source: string): Set<string> {
  const markup = source
    .replace(/<!--[^]*?-->/g, '')
    .replace(/(<wxs\b[^>]*>)[^]*?<\/wxs>/g, (whole, open: string) => (open.endsWith('/>') ? whole : open));
  const tags = new Set<string>();
  let position = 0;
  while (position < markup.length) {
    const open = markup.indexOf('<', position);
    if (open === -1) break;
    const name = /^<([a-zA-Z][-\w]*)/.exec(markup.slice(open, open + 80))?.[1];
    if (name === undefined) {
      position = open + 1;
      continue;
    }
    tags.add(name);
    position = endOfTag(markup, open + name.length + 1);
  }
  return tags;
}

/** Attribute values may hold `<` and `>` of expressions, so the tag ends at the first `>` outside quotes. */
function endOfTag(markup: string, start: number): number {
  let quote = '';
  for (let index = start; index < markup.length; index += 1) {
    const character = markup.charAt(index);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return index + 1;
    }
  }
  return markup.length;
}
