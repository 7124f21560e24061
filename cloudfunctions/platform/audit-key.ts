import { createHmac } from 'node:crypto';
import { requiredSetting } from './settings';

/** A key and its number, which every entry names. */
interface AuditKey {
  number: number;
  secret: string;
}

/** The keys of `AUDIT_KEY`: `2:new 1:old`, the one that is written with first. */
function auditKeys(): AuditKey[] {
  return requiredSetting('AUDIT_KEY')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const [, number, secret] = /^([1-9]\d{0,5}):(.+)$/.exec(word) ?? [];
      if (number === undefined || secret === undefined)
        throw new Error('AUDIT_KEY is not written as number:secret');
      return { number: Number(number), secret };
    });
}

function digestBy({ secret }: AuditKey): (text: string) => string {
  return (text) => createHmac('sha256', secret).update(text, 'utf8').digest('hex');
}

/** The number of the key that entries are written with, and the keyed hash it makes: 64 hexadecimal digits. */
export function auditDigest(): { keyNumber: number; digest: (text: string) => string } {
  const [key] = auditKeys();
  if (key === undefined) throw new Error('AUDIT_KEY holds no key');
  return { keyNumber: key.number, digest: digestBy(key) };
}

/** The keyed hashes by the number of their key; null for a number that no key has. */
export function auditDigests(): (keyNumber: number) => ((text: string) => string) | null {
  const digests = new Map(auditKeys().map((key) => [key.number, digestBy(key)] as const));
  return (keyNumber) => digests.get(keyNumber) ?? null;
}
