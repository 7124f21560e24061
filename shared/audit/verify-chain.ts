import type { ChainFault } from './audit-fault';
import { hashOf, type AuditEntry, type Digest } from './audit-chain';

/** Where a verification has come to: the last entry that was read. */
export interface ChainPosition {
  number: number;
  hash: string;
}

/** The beginning of every chain. */
export const chainStart: ChainPosition = { number: 0, hash: '' };

/**
 * Verifies the entries of a chain that follow on a position (核验操作记录), and goes on after a fault: gives how far it came, all
 * faults, and the entries that are what was written. `digestWith` gives the hash of a key's number, null when there is no such key.
 */
export function verifyEntries(
  entries: readonly AuditEntry[],
  from: ChainPosition,
  digestWith: (keyNumber: number) => Digest | null,
): { position: ChainPosition; faults: ChainFault[]; sound: AuditEntry[] } {
  const faults: ChainFault[] = [];
  const sound: AuditEntry[] = [];
  let position = from;
  for (const entry of entries) {
    const { chain, number, hash, keyNumber } = entry;
    const expected = position.number + 1;
    if (number !== expected) faults.push({ chain, number: expected, fault: 'missing' });
    const digest = digestWith(keyNumber);
    if (digest === null || hashOf(entry, digest) !== hash) faults.push({ chain, number, fault: 'changed' });
    else sound.push(entry);
    if (number === expected && entry.previous !== position.hash)
      faults.push({ chain, number, fault: 'broken' });
    position = { number, hash };
  }
  return { position, faults, sound };
}

/**
 * Compares the end of a chain with its head: as it was before the entries were read, which must all be there, and after, beyond
 * which there can be none.
 */
export function verifyEnd(
  chain: string,
  { number, hash }: ChainPosition,
  heads: { before: ChainPosition | null; after: ChainPosition | null },
): ChainFault[] {
  const before = heads.before ?? chainStart;
  const after = heads.after ?? chainStart;
  if (number < before.number) return [{ chain, number: number + 1, fault: 'cut' }];
  if (heads.after === null) return number === 0 ? [] : [{ chain, number, fault: 'headless' }];
  if (number > after.number) return [{ chain, number: after.number + 1, fault: 'beyond' }];
  return number === after.number && hash !== after.hash ? [{ chain, number, fault: 'head' }] : [];
}
