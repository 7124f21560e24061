/** A page's address inside the mini-program: `pages/activity/index?id=1`. */
export interface Route {
  path: string;
  query: Record<string, string>;
  url: string;
}

/** Reads an address as navigation functions take it; relative ones start from the page `from`. */
export function parseRoute(address: string, from: string): Route {
  const [beforeQuery, search = ''] = splitOnce(address, '?');
  const path = resolvePath(beforeQuery, from);
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    if (pair === '') continue;
    const [name, value = ''] = splitOnce(pair, '=');
    query[name] = value;
  }
  return { path, query, url: search === '' ? path : `${path}?${search}` };
}

function resolvePath(path: string, from: string): string {
  if (path.startsWith('/')) return path.slice(1);
  const segments = from.split('/').slice(0, -1);
  for (const segment of path.split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '.' && segment !== '') segments.push(segment);
  }
  return segments.join('/');
}

function splitOnce(text: string, separator: string): [string, string?] {
  const index = text.indexOf(separator);
  return index === -1 ? [text] : [text.slice(0, index), text.slice(index + 1)];
}
