import { refuse } from '#shared/contract/errors';
import type { Jurisdiction } from '#shared/record/region';
import type { Unit } from '#shared/record/unit';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

/** The units (单位): read through memberships, which carry the name. */
export const units: Collection = { name: 'units', indexes: [indexOn('city', '_id')] };

/** One unit. NOT_FOUND when there is none of that id. */
export async function findUnit(reader: Reader, id: string): Promise<Unit> {
  const found = await reader.find<Unit>(units.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'unit' });
  return found;
}

/** The units of a jurisdiction, or of all when it is null, in the order of their ids. */
export async function unitsById(
  reader: Reader,
  { city, after, size }: { city: Jurisdiction | null; after: string | null; size: number },
): Promise<Unit[]> {
  return reader.list<Unit>(units.name, {
    where: {
      ...(city === null ? {} : { city }),
      ...(after === null ? {} : { id: { greaterThan: after } }),
    },
    orderBy: ['id', 'asc'],
    limit: size,
  });
}
