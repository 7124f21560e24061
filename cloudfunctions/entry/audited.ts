import type { DocumentChange } from '#shared/audit/audit-chain';
import type { Role } from '#shared/people/membership';
import { visibleChangeOf } from '#shared/snapshot/public-snapshot';
import { inTransaction, openDatabase, type Transaction, type Work } from '../platform/database';
import { idFrom } from '../platform/digest';
import { noteChanges } from '../store/audit/audit';
import { auditHeadsCopy } from '../store/audit/audit-heads';
import { collections } from '../store/collections';
import { keepAuditEntry } from '../store/audit/keep-audit-entry';
import { markVisibleChange } from '../store/public/snapshots';

const leftOut: ReadonlySet<string> = new Set(
  collections.filter(({ unaudited }) => unaudited !== undefined).map(({ name }) => name),
);

const unnamed: ReadonlyMap<string, readonly string[]> = new Map(
  collections.map((collection) => [collection.name, collection.unnamed ?? []]),
);

function unnamedIn(collection: string): readonly string[] {
  return unnamed.get(collection) ?? [];
}

/** Who does something, and what it is called in the audit. */
export interface Doing {
  /** What was asked for, once. */
  key: string;
  at: number;
  action: string;
  openid: string | null;
  /** As what: the unit and the role of the membership that acts; null for the timer and the public. */
  unitId: string | null;
  role: Role | null;
}

/**
 * Runs a step in a transaction that keeps its audit entry with it. A step that finds its work done, or keeps nothing of record,
 * leaves no entry: run again, it would leave a second one.
 */
export function inAuditedTransaction<Facts, Done>(doing: Doing, work: Work<Facts, Done>): Promise<Done> {
  if (typeof work === 'function')
    return inTransaction({
      gather: seenHeads,
      run: async (transaction, seen) => (await withChanges(transaction, { ...doing, seen }, work)).done,
    });
  return inTransaction({
    gather: async () => ({ seen: await seenHeads(), facts: await work.gather() }),
    run: async (transaction, { seen, facts }) =>
      (await withChanges(transaction, { ...doing, seen }, (noted) => work.run(noted, facts))).done,
  });
}

/** The ends of all chains as an entry is to name them: gathered before its transaction, for no query is possible within. */
export function seenHeads(): Promise<string> {
  return auditHeadsCopy(openDatabase());
}

/** A doing, and the ends of all chains shortly before it. */
export type SeenDoing = Doing & { seen: string };

/**
 * Does what a person asked for, once, with its audit entry, within a transaction that is open already. A member's request leaves
 * an entry though it changed nothing.
 */
export async function audited<T>(
  transaction: Transaction,
  doing: SeenDoing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { done, changes } = await withChanges(transaction, doing, work);
  if (changes.length === 0 && doing.openid !== null)
    await keepAuditEntry(transaction, { ...doing, changes: [] }, unnamedIn);
  return done;
}

/** Keeps the audit entry of what has changed, if anything has. What the public will see of it is marked to be published. */
async function withChanges<T>(
  transaction: Transaction,
  doing: SeenDoing,
  work: (transaction: Transaction) => Promise<T>,
): Promise<{ done: T; changes: readonly DocumentChange[] }> {
  const { noted, changes } = noteChanges(transaction, (collection) => leftOut.has(collection));
  const done = await work(noted);
  const changedEditions = new Set(changes.flatMap((change) => visibleChangeOf(change) ?? []));
  for (const editionId of changedEditions)
    await markVisibleChange(transaction, idFrom(`${doing.key} ${editionId}`), editionId);
  if (changes.length > 0) await keepAuditEntry(transaction, { ...doing, changes }, unnamedIn);
  return { done, changes };
}
