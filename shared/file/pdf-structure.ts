import { findText, textAt } from './read-bytes';

/** Programs put a line or some padding behind the end, and no more. */
const farthestEnd = 1024;
/** How far the words of a table that are looked for are from its beginning. */
const longestDictionary = 2000;

/** Whether bytes are a whole PDF: its header, its end, and the table of its objects where the end says it is. */
export function isWholePdf(bytes: Uint8Array): boolean {
  const table = tableOf(bytes);
  return table !== undefined && findText(bytes, '/Root', table) !== -1;
}

/** Whether a PDF asks for a password, or forbids something that only one lifts. */
export function isLockedPdf(bytes: Uint8Array): boolean {
  const table = tableOf(bytes);
  if (table === undefined) return false;
  const trailer = isAt(bytes, table, /^\s*xref/) ? findText(bytes, 'trailer', table) : table;
  const dictionary = textAt(bytes, trailer, longestDictionary);
  return /\/Encrypt[\s<]/.test(dictionary.slice(0, endOfDictionary(dictionary)));
}

/** Where the newest table of objects begins. */
function tableOf(bytes: Uint8Array): number | undefined {
  if (!isAt(bytes, 0, /^%PDF-[12]\.\d[\s%]/)) return undefined;
  const end = /startxref\s+(\d{1,10})\s+%%EOF[\s\0]*$/.exec(
    textAt(bytes, Math.max(0, bytes.length - farthestEnd), farthestEnd),
  );
  const table = Number(end?.[1] ?? Number.NaN);
  const isTable = isAt(bytes, table, /^\s*(xref\s+\d+\s+\d+|\d+\s+\d+\s+obj\b[^]{0,1900}?\/XRef\b)/);
  return isTable ? table : undefined;
}

function isAt(bytes: Uint8Array, at: number, pattern: RegExp): boolean {
  return at < bytes.length && pattern.test(textAt(bytes, at, longestDictionary));
}

/** A dictionary ends before the stream or the pointer that follows it. */
function endOfDictionary(text: string): number {
  const end = text.search(/\bstream\b|\bstartxref\b/);
  return end === -1 ? text.length : end;
}
