import { pageOf } from '../page';
import { refuse } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import { doubleKey, type Double, type DoubleState, type Likeness } from '#shared/double/doubles';
import type { City } from '#shared/ground/region';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { activities } from './activities';
import { indexOn, type Collection } from '../collection';

export const doubles: Collection = {
  name: 'doubles',
  indexes: [
    indexOn('activityIds'),
    indexOn('editionId', 'state', 'sortKey'),
    indexOn('editionId', 'state', 'city', 'sortKey'),
  ],
};

/** A pair's one id, whichever of the two was found first. */
export function doubleId(one: string, other: string): string {
  return idFrom(doubleKey(one, other));
}

/** A pair, new and open. */
export function newDouble(
  [one, other]: readonly [Pick<Activity, 'id' | 'editionId' | 'unitCity'>, Pick<Activity, 'id' | 'unitCity'>],
  { signs, name }: Pick<Likeness, 'signs' | 'name'>,
  now: number,
): Double {
  const id = doubleId(one.id, other.id);
  return {
    id,
    editionId: one.editionId,
    activityIds: [one.id, other.id].sort(),
    city: one.unitCity === other.unitCity ? one.unitCity : '',
    signs,
    name,
    state: 'open',
    foundAt: now,
    decidedAt: null,
    decidedBy: null,
    merge: null,
    sortKey: `${String(now).padStart(15, '0')}#${id}`,
  };
}

export async function keepDouble(transaction: Transaction, pair: Double): Promise<void> {
  await transaction.replace(doubles.name, pair);
}

/** One pair; null when there is none of that id. */
export function findDoubleIfAny(reader: Finder, id: string): Promise<Double | null> {
  return reader.find<Double>(doubles.name, id);
}

/** One pair. NOT_FOUND when there is none of that id. */
export async function findDouble(reader: Finder, id: string): Promise<Double> {
  const found = await findDoubleIfAny(reader, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'double' });
  return found;
}

const mostPairsOfOne = 200;

/** Every pair an activity is in. */
export function doublesOf(reader: Reader, activityId: string): Promise<Double[]> {
  return reader.list<Double>(doubles.name, { where: { activityIds: activityId }, limit: mostPairsOfOne });
}

/** Pairs in a state, in the order they were found: of a city's own units, or of all when the city is null. */
export async function doublesInState(
  database: Database,
  query: { editionId: string; city: City | null; state: DoubleState; after: string | null; size: number },
): Promise<{ doubles: Double[]; total: number; next: string | null }> {
  const { editionId, city, state, after, size } = query;
  const where = { editionId, state, ...(city === null ? {} : { city }) };
  const [found, total] = await Promise.all([
    database.list<Double>(doubles.name, {
      where: after === null ? where : { ...where, sortKey: { greaterThan: after } },
      orderBy: ['sortKey', 'asc'],
      limit: size + 1,
    }),
    database.count(doubles.name, where),
  ]);
  const { page, next } = pageOf(found, size, ({ sortKey }) => sortKey);
  return { doubles: page, total, next };
}

/** The platform's most in one read, and its most values of one condition. */
const mostPairs = 1000;

/** Of some activities, at most a hundred, the ones each is likely the same as and nobody decided about, with their names. */
export async function openDoublesAmong(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
  if (ids.length === 0) return new Map();
  const pairs = await reader.list<Double>(doubles.name, {
    where: { activityIds: { oneOf: ids } },
    limit: mostPairs,
  });
  const open = pairs.filter(({ state }) => state === 'open');
  const others = new Map<string, { id: string; name: string }[]>();
  for (const { activityIds } of open) {
    for (const id of activityIds.filter((each) => ids.includes(each))) {
      for (const otherId of activityIds.filter((each) => each !== id)) {
        const other = await reader.find<Activity>(activities.name, otherId);
        if (other === null) continue;
        others.set(id, [...(others.get(id) ?? []), { id: otherId, name: other.name }]);
      }
    }
  }
  return others;
}
