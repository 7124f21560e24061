import { auditEntryId, type AuditEntry } from '#shared/audit/audit-chain';
import type { ChainFault, DocumentFault } from '#shared/audit/audit-fault';
import { isHead, readHeadsCopy, type SeenEntry } from '#shared/audit/heads-copy';
import { isLastWritten } from '#shared/audit/last-written';
import { verifyEnd, verifyEntries, type ChainPosition } from '#shared/audit/verify-chain';
import { auditDigests } from '../../platform/audit-key';
import type { Database, Document } from '../../platform/database';
import { changesOfDocument, entriesAfter, hashesOf } from '../../store/audit/audit';
import { findAuditHead } from '../../store/audit/audit-heads';

/** Entries are bounded in size; so many stay under the platform's 1 MB a read. */
const readAtOnce = 30;
const namedAtOnce = 100;

/** What a stretch of a chain is found to be. */
interface VerifiedStretch {
  position: ChainPosition;
  isAtEnd: boolean;
  entries: number;
  faults: (ChainFault | DocumentFault)[];
}

/** The entries that were seen at a chain's end and are not there any more, of each chain the first. */
export async function vanishedEntries(
  database: Database,
  seen: readonly SeenEntry[],
  fault: 'vanished' | 'copy',
): Promise<ChainFault[]> {
  const byId = new Map(
    seen.map((each) => [`${auditEntryId(each.chain, each.number)} ${each.hashBegins}`, each]),
  );
  const ids = [...new Set([...byId.values()].map(({ chain, number }) => auditEntryId(chain, number)))];
  const hashes = await hashesOf(database, ids);
  const first = new Map<string, number>();
  for (const { chain, number, hashBegins } of byId.values()) {
    if (hashes.get(auditEntryId(chain, number))?.startsWith(hashBegins) === true) continue;
    first.set(chain, Math.min(number, first.get(chain) ?? number));
  }
  return [...first].map(([chain, number]) => ({ chain, number, fault }));
}

/** The ids of documents that entries leave behind, by collection. */
function leftBehind(entries: readonly AuditEntry[]): Map<string, Set<string>> {
  const left = new Map<string, Set<string>>();
  for (const { collection, id, to } of entries.flatMap(({ changes }) => changes)) {
    if (to !== null) left.set(collection, (left.get(collection) ?? new Set()).add(id));
  }
  return left;
}

async function idsThere(
  database: Database,
  collection: string,
  ids: readonly string[],
): Promise<Set<string>> {
  const there = new Set<string>();
  for (let begin = 0; begin < ids.length; begin += namedAtOnce) {
    const found = await database.list<Document>(collection, {
      where: { id: { oneOf: ids.slice(begin, begin + namedAtOnce) } },
      limit: namedAtOnce,
      fields: ['id'],
    });
    for (const { id } of found) there.add(id);
  }
  return there;
}

/** The documents that entries leave behind, which are not there though no entry takes them away. */
async function goneDocuments(database: Database, entries: readonly AuditEntry[]): Promise<DocumentFault[]> {
  const gone: DocumentFault[] = [];
  for (const [collection, ids] of leftBehind(entries)) {
    const there = await idsThere(database, collection, [...ids]);
    for (const id of ids) {
      if (there.has(id)) continue;
      const changes = await changesOfDocument(database, collection, id);
      if (!isLastWritten(null, changes)) gone.push({ collection, id, fault: 'document-gone' });
    }
  }
  return gone;
}

/** A chain's head; null when there is none, or something that is none. */
async function headOf(database: Database, chain: string): Promise<ChainPosition | null> {
  const head = await findAuditHead(database, chain);
  return head !== null && isHead({ chain, number: head.number, hash: head.hash }) ? head : null;
}

/** Verifies a stretch of a chain: its entries, its end, what they saw of the other chains, and that what they left is there. */
export async function verifyStretch(
  database: Database,
  chain: string,
  from: ChainPosition,
): Promise<VerifiedStretch> {
  // The head before and after: entries that are written while this reads are no fault.
  const before = await headOf(database, chain);
  const entries = await entriesAfter(database, chain, from.number, readAtOnce);
  const isAtEnd = entries.length < readAtOnce;
  const after = isAtEnd ? await headOf(database, chain) : before;
  const { position, faults, sound } = verifyEntries(entries, from, auditDigests());
  const restarts = sound.filter(({ follows }) => follows !== null);
  return {
    position,
    isAtEnd,
    entries: entries.length,
    faults: [
      ...faults,
      ...(isAtEnd ? verifyEnd(chain, position, { before, after }) : []),
      ...restarts.map(({ number }): ChainFault => ({ chain, number, fault: 'restarted' })),
      ...(await vanishedEntries(
        database,
        sound.flatMap(({ seen }) => readHeadsCopy(seen) ?? []),
        'vanished',
      )),
      ...(await goneDocuments(database, sound)),
    ],
  };
}

/** Whether a chain has begun: it has a head or a first entry. */
export async function hasBegun(database: Database, chain: string): Promise<boolean> {
  if ((await findAuditHead(database, chain)) !== null) return true;
  return (await entriesAfter(database, chain, 0, 1)).length > 0;
}
