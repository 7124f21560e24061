const digits = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number as people write it in a name, in one way: 十五 and 15 are the same. */
function numberOf(text: string): string {
  if (/^\d+$/.test(text)) return String(Number(text));
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (each = '') => Math.max(0, digits.indexOf(each));
  return String((text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + digit(ones));
}

const year = /[（(]?(20\d\d|二[〇○零]一[\u4e00-\u9fff])\s*(年度|年)?[）)]?/g;
const number = '[0-9]+|[零一二三四五六七八九十]+';
const nthEdition = new RegExp(`第(${number})届|首届`, 'g');
const part = new RegExp(
  `第(${number})(场|期|站|讲|批|轮|次|季|专场|课|部分|单元|天|日)|[（(](${number})[）)]`,
  'g',
);

/** What tells one event of a row from the next: its stage, its half of the day, its part in a programme. */
const stages = [
  /预赛|海选/,
  /初赛/,
  /复赛|半决赛/,
  /(?<!半)决赛|总决赛/,
  /颁奖/,
  /启动仪式|启动会/,
  /开幕/,
  /闭幕/,
  /上午场?/,
  /下午场?/,
  /晚上|晚间/,
] as const;

/** A text in one width and one case. */
export function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** A name as far as it tells events apart: one width, no brackets, punctuation, spaces, years, editions. */
export function coreOfName(name: string): string {
  return plain(name)
    .replace(year, '')
    .replace(nthEdition, '')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/活动周?$/u, '');
}

/** The editions (届) a name gives. */
export function editionsIn(name: string): string[] {
  return [...plain(name).matchAll(nthEdition)].map(([, which]) =>
    which === undefined ? '1' : numberOf(which),
  );
}

/** A name without the part (场、期、站) it gives. */
export function withoutPart(name: string): string {
  return name.replace(part, '');
}

/** The parts (场、期、站) a name gives. */
export function partsIn(name: string): string[] {
  return [...plain(name).matchAll(part)].map(
    ([, which = '', what = '', bracketed = '']) => numberOf(which || bracketed) + what,
  );
}

/** The stages (初赛、决赛、上午场) a name gives. */
export function stagesIn(name: string): string[] {
  return stages.filter((stage) => stage.test(name)).map(String);
}

/** The place a 会场, 赛区 or 专场 of a name is called by: 分会场 of two cities are two events. */
export function placesIn(name: string): string[] {
  return [
    ...plain(name).matchAll(/([\u4e00-\u9fff]{2})(?:市|区)?(?:分?会场|分?赛区|赛区|站|专场|片区)/g),
  ].map(([, place = '']) => place);
}

/** Whether a name says of which year or edition it is, and something besides, so that another year's can be found by it. */
export function isOfAYear(name: string): boolean {
  const text = plain(name);
  return (text.search(year) >= 0 || text.search(nthEdition) >= 0) && coreOfName(name) !== '';
}
