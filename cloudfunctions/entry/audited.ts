import type { Change } from '#shared/audit/audit-chain';
import { visibleChangeOf } from '#shared/snapshot/public-snapshot';
import { inTransaction, type Transaction, type Work } from '../platform/database';
import { idFrom } from '../platform/digest';
import { keepAuditEntry, noteChanges } from '../store/audit';
import { markVisibleChange } from '../store/snapshots';
import { collections } from '../store/collections';

const leftOut: ReadonlySet<string> = new Set(
  collections.filter(({ unaudited }) => unaudited !== undefined).map(({ name }) => name),
);

/** Who does something, and what it is called in the audit. */
export interface Doing {
  /** What was asked for, once. */
  key: string;
  at: number;
  action: string;
  openid: string | null;
  unitId: string | null;
}

/**
 * Runs a step in a transaction that keeps its audit entry with it. A step that finds its work done, or keeps nothing of record,
 * leaves no entry: run again, it would leave a second one.
 */
export function inAuditedTransaction<Facts, Done>(doing: Doing, work: Work<Facts, Done>): Promise<Done> {
  if (typeof work === 'function')
    return inTransaction(async (transaction) => (await withChanges(transaction, doing, work)).done);
  return inTransaction({
    gather: work.gather,
    run: async (transaction: Transaction, facts: Facts) =>
      (await withChanges(transaction, doing, (noted) => work.run(noted, facts))).done,
  });
}

/**
 * Does what a person asked for, once, with its audit entry, within a transaction that is open already. A member's request leaves
 * an entry though it changed nothing.
 */
export async function audited<T>(
  transaction: Transaction,
  doing: Doing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { done, changes } = await withChanges(transaction, doing, work);
  if (changes.length === 0 && doing.openid !== null)
    await keepAuditEntry(transaction, { ...doing, changes: [] });
  return done;
}

/** Keeps the audit entry of what has changed, if anything has. What the public will see of it is marked to be published. */
async function withChanges<T>(
  transaction: Transaction,
  doing: Doing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<{ done: T; changes: readonly Change[] }> {
  const { noted, changes } = noteChanges(transaction, (collection) => leftOut.has(collection));
  const done = await work(noted);
  const changedEditions = new Set(changes.flatMap((change) => visibleChangeOf(change) ?? []));
  for (const editionId of changedEditions)
    await markVisibleChange(transaction, idFrom(`${doing.key} ${editionId}`), editionId);
  if (changes.length > 0) await keepAuditEntry(transaction, { ...doing, changes: [...changes] });
  return { done, changes };
}
