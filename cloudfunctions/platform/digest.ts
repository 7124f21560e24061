import { createHash } from 'node:crypto';

/** SHA-256 of a text, 64 hexadecimal digits. */
export function digestOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** A record id that follows from a text: the same text, the same id. 32 hexadecimal digits. */
export function idFrom(text: string): string {
  return digestOf(text).slice(0, 32);
}
