import { visibleChangeOf } from '#shared/snapshot/public-snapshot';
import { inTransaction, type Transaction } from '../platform/database';
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

/** Runs a piece of work in a transaction that keeps its audit entry with it. */
export function inAuditedTransaction<T>(
  doing: Doing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  return inTransaction((transaction) => audited(transaction, doing, work));
}

/** The same within a transaction that is open already. What the public will see of it is marked to be published. */
export async function audited<T>(
  transaction: Transaction,
  doing: Doing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { noted, changes } = noteChanges(transaction, (collection) => leftOut.has(collection));
  const done = await work(noted);
  const changedEditions = new Set(changes.flatMap((change) => visibleChangeOf(change) ?? []));
  for (const editionId of changedEditions)
    await markVisibleChange(transaction, idFrom(`${doing.key} ${editionId}`), editionId);
  // What nobody by name did and nothing of record came of leaves no entry: people's own traces, and copies.
  if (doing.openid !== null || changes.length > 0)
    await keepAuditEntry(transaction, { ...doing, changes: [...changes] });
  return done;
}
