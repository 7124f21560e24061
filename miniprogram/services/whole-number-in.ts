const fullWidthDigits = /[０-９]/g;

/**
 * The whole number that was typed, in whichever width a Chinese keyboard gives; NaN when it is none.
 *
 * @example wholeNumberIn(' １2') // 12
 */
export function wholeNumberIn(text: string): number {
  const digits = text
    .trim()
    .replace(fullWidthDigits, (digit) => String(digit.charCodeAt(0) - '０'.charCodeAt(0)));
  return /^-?\d+$/.test(digits) ? Number(digits) : Number.NaN;
}
