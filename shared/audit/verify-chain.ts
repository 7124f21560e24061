import { hashOf, type AuditEntry } from './audit-chain';

/** Where a verification has come to: the last entry that was found right. */
export interface ChainPosition {
  number: number;
  hash: string;
}

/** What is wrong with a chain, at which entry. */
export interface ChainFault {
  number: number;
  /** `missing` an entry is gone; `changed` it is not what was written; `broken` it does not follow on the one before; `cut` entries at the end are gone. */
  fault: 'missing' | 'changed' | 'broken' | 'cut';
}

/** The beginning of every chain. */
export const chainStart: ChainPosition = { number: 0, hash: '' };

/** Verifies the entries that follow on a position (核验操作记录). Gives how far it came, and the first fault if there is one. */
export function verifyEntries(
  entries: readonly AuditEntry[],
  from: ChainPosition,
  digest: (text: string) => string,
): { position: ChainPosition; fault: ChainFault | null } {
  let position = from;
  for (const entry of entries) {
    const number = position.number + 1;
    if (entry.number !== number) return { position, fault: { number, fault: 'missing' } };
    if (hashOf(entry, digest) !== entry.hash) return { position, fault: { number, fault: 'changed' } };
    if (entry.previous !== position.hash) return { position, fault: { number, fault: 'broken' } };
    position = { number, hash: entry.hash };
  }
  return { position, fault: null };
}

/** Compares the end of a verified chain with its head: entries cut off at the end leave no other gap. */
export function verifyEnd(position: ChainPosition, head: ChainPosition | null): ChainFault | null {
  const { number, hash } = head ?? chainStart;
  if (position.number < number) return { number: position.number + 1, fault: 'cut' };
  return position.hash === hash ? null : { number: position.number, fault: 'broken' };
}
