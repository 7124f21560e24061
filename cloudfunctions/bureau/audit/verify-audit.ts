import { wordsOfFault, type ChainFault, type DocumentFault } from '#shared/audit/audit-fault';
import { firstChain, followingChain, nextBase } from '#shared/audit/chain-name';
import { readHeadsCopy } from '#shared/audit/heads-copy';
import { chainStart } from '#shared/audit/verify-chain';
import { wrongField } from '#shared/refusal/errors';
import { verifyAudit, type AuditCursor } from '#shared/contract/audit/verify-audit';
import { onRead } from '../../entry/handler';
import type { Database } from '../../platform/database';
import { audit } from '../../store/audit/audit';
import { collections } from '../../store/collections';
import { hasBegun, vanishedEntries, verifyStretch } from '../../work/audit/verify-audit-chain';
import { verifyDocuments } from '../../work/audit/verify-audit-documents';

/** What the audit tells of: the collections that are compared with it, in their order. */
const audited = collections
  .filter(({ name, unaudited }) => unaudited === undefined && name !== audit.name)
  .map(({ name }) => name);

interface Verified {
  faults: (ChainFault | DocumentFault)[];
  entries: number;
  documents: number;
  unknown: number;
  next: AuditCursor | null;
}

function documentsAfter(collection: string | null): AuditCursor | null {
  const name = audited[collection === null ? 0 : audited.indexOf(collection) + 1];
  return name === undefined ? null : { collection: name, after: '' };
}

async function chainAfter(database: Database, chain: string): Promise<AuditCursor | null> {
  const following = followingChain(chain);
  if (following !== null && (await hasBegun(database, following))) return { chain: following, ...chainStart };
  const base = nextBase(chain);
  return base === null ? documentsAfter(null) : { chain: base, ...chainStart };
}

async function verifyOne(database: Database, from: AuditCursor): Promise<Verified> {
  if ('chain' in from) {
    const { position, isAtEnd, entries, faults } = await verifyStretch(database, from.chain, from);
    const next = isAtEnd ? await chainAfter(database, from.chain) : { chain: from.chain, ...position };
    return { faults, entries, documents: 0, unknown: 0, next };
  }
  const { collection, after } = from;
  if (!audited.includes(collection)) throw wrongField('from', 'wrong');
  const { faults, documents, unknown, last } = await verifyDocuments(database, collection, after);
  const next = last === null ? documentsAfter(collection) : { collection, after: last };
  return { faults, entries: 0, documents, unknown, next };
}

/** So many entries and documents are enough for one call, which then stays short. */
const enough = 30;

/** Verifies from a cursor on, as many chains and collections as it takes to have looked at enough. */
async function verify(database: Database, from: AuditCursor): Promise<Verified> {
  const found: Verified = { faults: [], entries: 0, documents: 0, unknown: 0, next: from };
  while (found.next !== null && found.entries + found.documents < enough) {
    const { faults, entries, documents, unknown, next } = await verifyOne(database, found.next);
    found.faults.push(...faults);
    found.entries += entries;
    found.documents += documents;
    found.unknown += unknown;
    found.next = next;
  }
  return found;
}

async function compareCopy(database: Database, copy: string): Promise<ChainFault[]> {
  const seen = readHeadsCopy(copy);
  if (seen === null) throw wrongField('copy', 'wrong');
  return vanishedEntries(database, seen, 'copy');
}

export const verifyAuditHandler = onRead(verifyAudit, async ({ from, copy }, { database }) => {
  const fromCopy = from === null && copy !== null ? await compareCopy(database, copy) : [];
  const verified = await verify(database, from ?? { chain: firstChain, ...chainStart });
  const faults = [...fromCopy, ...verified.faults].map((fault) => {
    const { fault: kind, ...place } = fault;
    return { fault: kind, place, words: wordsOfFault(fault) };
  });
  return { ...verified, faults };
});
