import type { ScopeBounds } from '#shared/summary/summary-scope';
import type { Reader } from '../../platform/database';
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
