import { chainEntry, type AuditEntry, type Change } from '#shared/audit/audit-chain';
import type { Reader, Transaction } from '../platform/database';
import { digestOf } from '../platform/digest';
import { indexOn, uniqueIndexOn, type Collection } from './collection';

export const audit: Collection = {
  name: 'audit',
  indexes: [
    uniqueIndexOn('chain', 'number'),
    indexOn('changedIds', 'at'),
    indexOn('at'),
    indexOn('action', 'at'),
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
    list: (collection, query) => transaction.list(collection, query),
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
  what: Omit<AuditEntry, 'id' | 'chain' | 'number' | 'previous' | 'hash' | 'changedIds'>,
): Promise<void> {
  const chain = digestOf(what.key).slice(0, 1);
  const head = await transaction.find<AuditHead>(auditHeads.name, chain);
  const entry = chainEntry({ ...what, changedIds: what.changes.map(({ id }) => id) }, chain, head, digestOf);
  await transaction.insert(audit.name, entry);
  const newHead: AuditHead = { id: chain, number: entry.number, hash: entry.hash };
  await transaction.replace(auditHeads.name, newHead);
}

/** Entries hold records before and after; this many stay under the platform's 1 MB a read. */
const readAtOnce = 40;

function placeOf({ at, id }: AuditEntry): string {
  return `${String(at).padStart(15, '0')}#${id}`;
}

/** What was done to a document (修改记录), the earliest first, a page at a time. */
export async function historyEntries(
  reader: Reader,
  id: string,
  after: string | null,
): Promise<{ entries: AuditEntry[]; next: string | null }> {
  const from = Number((after ?? '0').split('#')[0]);
  const found = await reader.list<AuditEntry>(audit.name, {
    where: { changedIds: id, at: { atLeast: Number.isSafeInteger(from) ? from : 0 } },
    orderBy: ['at', 'asc'],
    limit: readAtOnce,
  });
  const entries = found.filter((entry) => after === null || placeOf(entry) > after);
  const last = found.at(-1);
  return { entries, next: found.length < readAtOnce || last === undefined ? null : placeOf(last) };
}
