import type { Policy } from '#shared/record/policy';
import type { City } from '#shared/record/region';
import type { Reader } from '../platform/database';
import type { Collection } from './collection';
import { inState, readRecordPage, recordIndexes, type RecordPage } from './record-pages';
import { summaryIndexes } from './summary-reading';

export const policies: Collection = {
  name: 'policies',
  indexes: [...recordIndexes, ...summaryIndexes],
};

/** The platform's most in one read; a province issues fewer than a hundred policies a week. */
const mostPolicies = 1000;

/** The accepted policies of a city's units, or of all when the city is null. */
export function acceptedPolicies(reader: Reader, editionId: string, city: City | null): Promise<Policy[]> {
  return reader.list<Policy>(policies.name, {
    where: inState({ editionId, city, state: 'accepted' }),
    limit: mostPolicies,
  });
}

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
