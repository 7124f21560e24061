import { createHmac } from 'node:crypto';
import { requiredSetting } from './settings';

/**
 * A keyed hash (带密钥的哈希) of a text for one purpose: whoever has no key can neither make it nor find the text.
 * 64 hexadecimal digits; the same text under another purpose gives another.
 */
export function keyedHashOf(purpose: string, text: string): string {
  return createHmac('sha256', requiredSetting('HASH_KEY'))
    .update(`${purpose}\n${text}`, 'utf8')
    .digest('hex');
}
