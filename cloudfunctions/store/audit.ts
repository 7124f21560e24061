import type { Document, Transaction } from '../platform/database';
import { indexOn, type Collection } from './collection';

/** One document before and after a change; `before` is null when it was made. */
interface Change {
  collection: string;
  id: string;
  before: Document | null;
  after: Document;
}

/** Who did what, when, and what it changed (操作记录). Only ever added to. */
interface AuditEntry {
  id: string;
  at: number;
  action: string;
  openid: string;
  changedIds: string[];
  changes: Change[];
}

export const audit: Collection = { name: 'audit', indexes: [indexOn('changedIds', 'at')] };

/** Rows of a compiled summary are a copy of records whose changes are kept already. */
const copies: ReadonlySet<string> = new Set(['summary-parts']);

/** A transaction that notes every change made through it. */
export function noteChanges(transaction: Transaction): { noted: Transaction; changes: readonly Change[] } {
  const changes: Change[] = [];
  const note = (collection: string, before: Document | null, after: Document) => {
    if (!copies.has(collection)) changes.push({ collection, id: after.id, before, after });
  };
  const noted: Transaction = {
    find: (collection, id) => transaction.find(collection, id),
    list: (collection, query) => transaction.list(collection, query),
    async insert(collection, document) {
      await transaction.insert(collection, document);
      note(collection, null, document);
    },
    async replace(collection, document) {
      const before = await transaction.find(collection, document.id);
      await transaction.replace(collection, document);
      note(collection, before, document);
    },
  };
  return { noted, changes };
}

export async function keepAuditEntry(
  transaction: Transaction,
  { changes, ...entry }: Omit<AuditEntry, 'changedIds' | 'changes'> & { changes: readonly Change[] },
): Promise<void> {
  const kept: AuditEntry = { ...entry, changedIds: changes.map(({ id }) => id), changes: [...changes] };
  await transaction.insert(audit.name, kept);
}
