import type { Policy } from '#shared/record/policy';
import type { Reader } from '../../platform/database';
import type { Collection } from '../collection';
import { readRecordPage, recordIndexes, type RecordPage } from './record-pages';
import { summaryIndexes } from '../summary/summary-reading';

export const policies: Collection = {
  name: 'policies',
  indexes: [...recordIndexes, ...summaryIndexes],
};

/** What the public sees of the policies, the latest issued first. */
export function listedPolicies(
  reader: Reader,
  { editionId, after, size }: { editionId: string; after: string | null; size: number },
): Promise<RecordPage<Policy>> {
  return readRecordPage<Policy>(reader, policies, {
    where: { editionId, listed: true },
    after,
    size,
    latestFirst: true,
  });
}
