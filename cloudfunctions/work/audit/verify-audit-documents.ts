import type { DocumentFault } from '#shared/audit/audit-fault';
import { canonicalText } from '#shared/audit/canonical-text';
import { isLastWritten } from '#shared/audit/last-written';
import type { Database, Document } from '../../platform/database';
import { digestOf } from '../../platform/digest';
import { changesOfDocument, lastEntryAbout } from '../../store/audit/audit';

/** Some documents are long; so few stay under the platform's 1 MB a read. */
const readAtOnce = 10;

interface VerifiedDocuments {
  documents: number;
  unknown: number;
  faults: DocumentFault[];
  /** The last document that was looked at; null when there is none beyond it. */
  last: string | null;
}

/** How a document stands to its entries: as they leave it, unlike it, or unknown to them. */
async function compare(
  database: Database,
  collection: string,
  document: Document,
): Promise<'same' | 'changed' | 'unknown'> {
  const { id } = document;
  const digest = digestOf(canonicalText(document));
  const last = (await lastEntryAbout(database, id))?.changes ?? [];
  if (last.some((change) => change.collection === collection && change.id === id && change.to === digest))
    return 'same';
  const changes = await changesOfDocument(database, collection, id);
  if (changes.length === 0) return 'unknown';
  if (isLastWritten(digest, changes)) return 'same';
  // It may have been written while its entries were read.
  const now = await database.find(collection, id);
  if (now === null) return 'same';
  return digestOf(canonicalText(now)) === digest ? 'changed' : compare(database, collection, now);
}

/** Compares a page of a collection's documents with the entries about them. */
export async function verifyDocuments(
  database: Database,
  collection: string,
  after: string,
): Promise<VerifiedDocuments> {
  const documents = await database.list<Document>(collection, {
    where: { id: { greaterThan: after } },
    orderBy: ['id', 'asc'],
    limit: readAtOnce,
  });
  const compared = await Promise.all(documents.map((each) => compare(database, collection, each)));
  return {
    documents: documents.length,
    unknown: compared.filter((each) => each === 'unknown').length,
    faults: documents
      .filter((_each, index) => compared[index] === 'changed')
      .map(({ id }) => ({ collection, id, fault: 'document-changed' })),
    last: documents.length < readAtOnce ? null : (documents.at(-1)?.id ?? null),
  };
}
