import { createHash, timingSafeEqual } from 'node:crypto';

function bytesOf(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}

/** Whether two secrets are the same, in a time that tells nothing of where they differ. */
export function isSameSecret(one: string, other: string): boolean {
  return timingSafeEqual(bytesOf(one), bytesOf(other));
}
