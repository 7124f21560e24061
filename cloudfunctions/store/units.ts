import { refuse } from '#shared/contract/errors';
import type { City } from '#shared/record/region';
import type { Unit } from '#shared/record/unit';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

/** The units (单位): a member's own is read through his membership, which carries the name. */
export const units: Collection = { name: 'units', indexes: [indexOn('name'), indexOn('city', 'name')] };

/** The platform's most in one read; the province has a few hundred. */
const mostUnits = 1000;

/** One unit. NOT_FOUND when there is none of that id. */
export async function findUnit(reader: Reader, id: string): Promise<Unit> {
  const found = await reader.find<Unit>(units.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'unit' });
  return found;
}

/** A city's units, or all when the city is null, by name. */
export function unitsOf(reader: Reader, city: City | null): Promise<Unit[]> {
  return reader.list<Unit>(units.name, {
    where: city === null ? {} : { city },
    orderBy: ['name', 'asc'],
    limit: mostUnits,
  });
}
