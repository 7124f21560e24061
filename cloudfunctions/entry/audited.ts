import { inTransaction, type Transaction } from '../platform/database';
import { keepAuditEntry, noteChanges } from '../store/audit';
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

/** The same within a transaction that is open already. */
export async function audited<T>(
  transaction: Transaction,
  doing: Doing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { noted, changes } = noteChanges(transaction, (collection) => leftOut.has(collection));
  const done = await work(noted);
  await keepAuditEntry(transaction, { ...doing, changes: [...changes] });
  return done;
}
