import type { Policy } from '#shared/record/policy';
import type { City } from '#shared/record/region';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

export const policies: Collection = {
  name: 'policies',
  indexes: [indexOn('editionId', 'state'), indexOn('editionId', 'unitCity', 'state')],
};

/** The platform's most in one read; a province issues fewer than a hundred policies a week. */
const mostPolicies = 1000;

/** The accepted policies of a city's units, or of all when the city is null. */
export function acceptedPolicies(reader: Reader, editionId: string, city: City | null): Promise<Policy[]> {
  return reader.list<Policy>(policies.name, {
    where: { editionId, ...(city === null ? {} : { unitCity: city }), state: 'accepted' },
    limit: mostPolicies,
  });
}
