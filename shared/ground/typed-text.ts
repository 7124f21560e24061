import { z } from '../zod';

const lineBreaks = /\r\n?|[\v\f\u0085\u2028\u2029]/g;
const controls = /[\p{Cc}\p{Zl}\p{Zp}]/gu;
const controlsButLineBreaks = /(?!\n)\p{Cc}/gu;
/** Zero-width spaces, marks of direction, byte order marks; but not the joiners that emoji and some scripts need. */
const unseen = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const halfCharacters = /\p{Cs}/gu;

/**
 * Text as it can be kept: what nobody sees and no printed form can hold is taken out.
 * Text pasted from papers and chats carries such characters; a control character in a cell makes a workbook unreadable,
 * a name of zero-width spaces looks empty. Taken out rather than refused, for nobody can mend what is not seen.
 */
function toLine(text: string): string {
  return text.replace(controls, ' ').replace(unseen, '').replace(halfCharacters, '');
}

function toParagraphs(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replace(controlsButLineBreaks, ' ')
    .replace(unseen, '')
    .replace(halfCharacters, '');
}

/** Text on one line, as typed or pasted (单行文本). Bounds on its length are added by the field. */
export const line = z.string().overwrite(toLine).trim();

/** Text that may have line breaks (多行文本). */
export const paragraphs = z.string().overwrite(toParagraphs).trim();

/** Whether a text is an address that a mini-program may open: https, and somewhere. */
export function isLink(text: string): boolean {
  return /^https:\/\/[^\s/$.?#][^\s]*$/i.test(text);
}
