import type { AuditEntry, DocumentChange, KeptChange } from '#shared/audit/audit-chain';
import { withinReply } from '#shared/audit/within-reply';
import type { Reader, Transaction } from '../../platform/database';
import { indexOn, uniqueIndexOn, type Collection } from '../collection';

export const audit: Collection = {
  name: 'audit',
  indexes: [
    uniqueIndexOn('chain', 'number'),
    indexOn('changedIds', 'order'),
    indexOn('order'),
    indexOn('action', 'order'),
  ],
};

/** A transaction that notes every change made through it, but for collections that are left out of the audit. */
export function noteChanges(
  transaction: Transaction,
  isLeftOut: (collection: string) => boolean,
): { noted: Transaction; changes: readonly DocumentChange[] } {
  const changes: DocumentChange[] = [];
  const note = (change: DocumentChange) => {
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

/** Entries are bounded in size; this many stay under the platform's 1 MB a read. */
const readAtOnce = 30;

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
  const entries = withinReply(found.slice(0, readAtOnce));
  return { entries, next: found.length > entries.length ? (entries.at(-1)?.order ?? null) : null };
}

/** Entries about a document, of one action, or all, the latest first; a document goes before an action. */
export async function latestEntries(
  reader: Reader,
  query: { about: string | null; action: string | null; before: string | null; size: number },
): Promise<AuditEntry[]> {
  const { about, action, before, size } = query;
  const byAction: Record<string, string> = action === null ? {} : { action };
  const found: Record<string, string> = about === null ? byAction : { changedIds: about };
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

/** The last entry about a document; null when there is none. */
export async function lastEntryAbout(reader: Reader, id: string): Promise<AuditEntry | null> {
  const [entry = null] = await latestEntries(reader, { about: id, action: null, before: null, size: 1 });
  return entry;
}

/** All changes of a document. */
export async function changesOfDocument(
  reader: Reader,
  collection: string,
  id: string,
): Promise<KeptChange[]> {
  const changes: KeptChange[] = [];
  for (let after: string | null = null; ;) {
    const { entries, next } = await historyEntries(reader, id, after);
    const own = entries.flatMap((entry) => entry.changes);
    changes.push(...own.filter((change) => change.collection === collection && change.id === id));
    if (next === null) return changes;
    after = next;
  }
}

/** A query names at most a hundred values. */
const namedAtOnce = 100;

/** The hashes of entries by their ids; an entry that is not there has none. */
export async function hashesOf(reader: Reader, ids: readonly string[]): Promise<Map<string, string>> {
  const hashes = new Map<string, string>();
  for (let begin = 0; begin < ids.length; begin += namedAtOnce) {
    const found = await reader.list<Pick<AuditEntry, 'id' | 'hash'>>(audit.name, {
      where: { id: { oneOf: ids.slice(begin, begin + namedAtOnce) } },
      limit: namedAtOnce,
      fields: ['hash'],
    });
    for (const { id, hash } of found) hashes.set(id, hash);
  }
  return hashes;
}
