/** What a paragraph of an official letter is; each has its own typeface and place. */
export type LetterRole = 'heading1' | 'heading2' | 'body' | 'note' | 'signature';

/** A column of a table in a letter: its title, and its share of the page's width. */
export interface LetterColumn {
  title: string;
  share: number;
  align: 'left' | 'center';
}

/** One piece of a letter, in the order it is read. */
export type LetterPart =
  | { role: LetterRole; text: string }
  | { role: 'table'; columns: readonly LetterColumn[]; rows: readonly (readonly string[])[] };

/**
 * An official letter (公文): what it says, line by line, and nothing of how it is set.
 * How it is set is GB/T 9704-2012, and is the same for every letter.
 */
export interface OfficialLetter {
  /** Its lines, as they are to be broken. */
  title: readonly string[];
  /** What stands under the title, centred: a number, an issuer, a day. */
  subtitle: readonly string[];
  parts: readonly LetterPart[];
}

const numerals = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/**
 * A number below a hundred as headings count: `一`, `十`, `二十一`. From a hundred on, as digits.
 *
 * @example chineseNumber(12) // '十二'
 */
export function chineseNumber(number: number): string {
  if (number >= 100 || number < 1) return String(number);
  const tens = Math.floor(number / 10);
  const ones = numerals[number % 10] ?? '';
  if (tens === 0) return ones;
  return `${tens === 1 ? '' : (numerals[tens] ?? '')}十${ones}`;
}
