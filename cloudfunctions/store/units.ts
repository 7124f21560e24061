import { refuse } from '#shared/contract/errors';
import type { Unit } from '#shared/record/unit';
import type { Reader } from '../platform/database';
import type { Collection } from './collection';

/** The units (单位): read through memberships, which carry the name. */
export const units: Collection = { name: 'units', indexes: [] };

/** One unit. NOT_FOUND when there is none of that id. */
export async function findUnit(reader: Reader, id: string): Promise<Unit> {
  const found = await reader.find<Unit>(units.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'unit' });
  return found;
}
