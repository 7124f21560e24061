import { chainEntry, type AuditEntry, type Change } from '#shared/audit/audit-chain';
import type { Finder, Reader, Transaction } from '../platform/database';
import { digestOf } from '../platform/digest';
import { indexOn, uniqueIndexOn, type Collection } from './collection';

export const audit: Collection = {
  name: 'audit',
  indexes: [
    uniqueIndexOn('chain', 'number'),
    indexOn('changedIds', 'order'),
    indexOn('order'),
    indexOn('action', 'order'),
  ],
};

/** The last link of each chain: what the next entry takes up, and what shows that entries were cut off. */
export const auditHeads: Collection = { name: 'audit-heads', indexes: [], unaudited: 'copy' };

export interface AuditHead {
  /** The chain. */
  id: string;
  number: number;
  hash: string;
}

/** A transaction that notes every change made through it, but for collections that are left out of the audit. */
export function noteChanges(
  transaction: Transaction,
  isLeftOut: (collection: string) => boolean,
): { noted: Transaction; changes: readonly Change[] } {
  const changes: Change[] = [];
  const note = (change: Change) => {
    if (!isLeftOut(change.collection)) changes.push(change);
  };
  const noted: Transaction = {
    find: (collection, id) => transaction.find(collection, id),
    async insert(collection, document) {
      await transaction.insert(collection, document);
      note({ collection, id: document.id, before: null, after: document });
    },
    async replace(collection, document) {
      const before = isLeftOut(collection) ? null : await transaction.find(collection, document.id);
      await transaction.replace(collection, document);
      note({ collection, id: document.id, before, after: document });
    },
    async remove(collection, id) {
      const before = isLeftOut(collection) ? null : await transaction.find(collection, id);
      await transaction.remove(collection, id);
      note({ collection, id, before, after: null });
    },
  };
  return { noted, changes };
}

/** Adds an entry to one of the chains (操作记录): the chain follows from the entry's key, so that few writes wait for each other. */
export async function keepAuditEntry(
  transaction: Transaction,
  what: Omit<AuditEntry, 'id' | 'chain' | 'number' | 'order' | 'previous' | 'hash' | 'changedIds'>,
): Promise<void> {
  const chain = digestOf(what.key).slice(0, 1);
  const head = await transaction.find<AuditHead>(auditHeads.name, chain);
  const entry = chainEntry({ ...what, changedIds: what.changes.map(({ id }) => id) }, chain, head, digestOf);
  await transaction.insert(audit.name, entry);
  const next: AuditHead = { id: chain, number: entry.number, hash: entry.hash };
  await transaction.replace(auditHeads.name, next);
}

/** Entries hold records before and after; this many stay under the platform's 1 MB a read. */
const readAtOnce = 40;

/** What was done to a document (修改记录), the earliest first, a page at a time. */
export async function historyEntries(
  reader: Reader,
  id: string,
  after: string | null,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const found = await reader.list<AuditEntry>(audit.name, {
    where: { changedIds: id, ...(after === null ? {} : { order: { greaterThan: after } }) },
    orderBy: ['order', 'asc'],
    limit: readAtOnce + 1,
  });
  const entries = found.slice(0, readAtOnce);
  return { entries, next: found.length > readAtOnce ? (entries.at(-1)?.order ?? null) : null };
}

/** Entries about a document, of one action, or all, the latest first; a document goes before an action. */
export async function latestEntries(
  reader: Reader,
  query: { about: string | null; action: string | null; before: string | null; size: number },
): Promise<AuditEntry[]> {
  const { about, action, before, size } = query;
  const found: Record<string, string> = {};
  if (about !== null) found.changedIds = about;
  else if (action !== null) found.action = action;
  return reader.list<AuditEntry>(audit.name, {
    where: { ...found, ...(before === null ? {} : { order: { lessThan: before } }) },
    orderBy: ['order', 'desc'],
    limit: size,
  });
}

/** The entries of a chain beyond a number, in order. */
export function entriesAfter(
  reader: Reader,
  chain: string,
  number: number,
  size: number,
): Promise<AuditEntry[]> {
  return reader.list<AuditEntry>(audit.name, {
    where: { chain, number: { greaterThan: number } },
    orderBy: ['number', 'asc'],
    limit: size,
  });
}

/** A chain's head; null while the chain is empty. */
export function findAuditHead(reader: Finder, chain: string): Promise<AuditHead | null> {
  return reader.find<AuditHead>(auditHeads.name, chain);
}
