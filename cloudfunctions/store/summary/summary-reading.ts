import type { RecordEnvelope } from '#shared/record/record';
import type { ScopeBounds } from '#shared/summary/summary-scope';
import type { Finder, Reader } from '../../platform/database';
import { indexOn, type Index } from '../collection';

/** What reading a scope's records for its summary needs of a collection of records. */
export const summaryIndexes: readonly Index[] = [
  indexOn('editionId', '_id'),
  indexOn('editionId', 'unitCity', '_id'),
  indexOn('editionId', 'unitId', '_id'),
  indexOn('editionId', 'state', 'changedAfterAcceptance.unseen'),
  indexOn('editionId', 'unitCity', 'state', 'changedAfterAcceptance.unseen'),
];

/**
 * A scope's records of whatever state after an id, in the order of their ids: an id never changes, so that whoever reads page
 * by page neither misses a record nor meets one twice, whatever is changed meanwhile.
 */
export function recordsById<Kept extends { id: string }>(
  reader: Reader,
  collection: string,
  query: { editionId: string; bounds: ScopeBounds; after: string | null; size: number },
): Promise<Kept[]> {
  const { editionId, bounds, after, size } = query;
  return reader.list<Kept>(collection, {
    where: { editionId, ...bounds, ...(after === null ? {} : { id: { greaterThan: after } }) },
    orderBy: ['id', 'asc'],
    limit: size,
  });
}

/** Whether a jurisdiction, or the province, has accepted records whose later changes nobody has looked at. */
export async function hasUnseenChanges(
  reader: Reader,
  collection: string,
  { editionId, bounds }: { editionId: string; bounds: Omit<ScopeBounds, 'unitId'> },
): Promise<boolean> {
  const found = await reader.list(collection, {
    where: { editionId, ...bounds, state: 'accepted', 'changedAfterAcceptance.unseen': { greaterThan: 0 } },
    limit: 1,
  });
  return found.length > 0;
}

/** Merges are shallow; more than this is a circle that should not be. */
const mostMerges = 10;

/** The record at the end of a record's merges; null for one that stands by itself. */
export async function endOfMerges<Kept extends RecordEnvelope>(
  reader: Finder,
  collection: string,
  record: Kept,
): Promise<Kept | null> {
  let end: Kept | null = null;
  let next = record.mergedInto;
  for (let merges = 0; next !== null && merges < mostMerges; merges += 1) {
    end = await reader.find<Kept>(collection, next);
    next = end?.mergedInto ?? null;
  }
  return end;
}
