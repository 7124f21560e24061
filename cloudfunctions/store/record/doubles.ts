import { pageOf } from '../page';
import { refuse } from '#shared/refusal/errors';
import type { RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import { doubleKey, type Double, type DoubleState, type Likeness } from '#shared/double/doubles';
import type { City } from '#shared/ground/region';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';
import { collectionOf } from './settled-records';

export const doubles: Collection = {
  name: 'doubles',
  indexes: [
    indexOn('recordIds'),
    indexOn('editionId', 'state', 'sortKey'),
    indexOn('editionId', 'state', 'city', 'sortKey'),
    indexOn('editionId', 'state', 'kind', 'sortKey'),
    indexOn('editionId', 'state', 'city', 'kind', 'sortKey'),
  ],
};

/** A pair's one id, whichever of the two was found first. */
export function doubleId(one: string, other: string): string {
  return idFrom(doubleKey(one, other));
}

/** A pair, new and open. */
export function newDouble(
  kind: RecordKind,
  [one, other]: readonly [
    Pick<RecordEnvelope, 'id' | 'editionId' | 'unitCity'>,
    Pick<RecordEnvelope, 'id' | 'unitCity'>,
  ],
  { signs, name }: Pick<Likeness, 'signs' | 'name'>,
  now: number,
): Double {
  const id = doubleId(one.id, other.id);
  return {
    id,
    kind,
    editionId: one.editionId,
    recordIds: [one.id, other.id].sort(),
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

/** Every pair a record is in. */
export function doublesOf(reader: Reader, recordId: string): Promise<Double[]> {
  return reader.list<Double>(doubles.name, { where: { recordIds: recordId }, limit: mostPairsOfOne });
}

/** Pairs in a state, in the order they were found: of a city's own units, or of all when the city is null. */
export async function doublesInState(
  database: Database,
  query: {
    editionId: string;
    city: City | null;
    state: DoubleState;
    kind: RecordKind | null;
    after: string | null;
    size: number;
  },
): Promise<{ doubles: Double[]; total: number; next: string | null }> {
  const { editionId, city, state, kind, after, size } = query;
  const where = { editionId, state, ...(city === null ? {} : { city }), ...(kind === null ? {} : { kind }) };
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

/** Of some records of a kind, at most a hundred, the ones each is likely the same as and nobody decided about, with their names. */
export async function openDoublesAmong(
  reader: Reader,
  kind: RecordKind,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { id: string; name: string }[]>> {
  if (ids.length === 0) return new Map();
  const pairs = await reader.list<Double>(doubles.name, {
    where: { recordIds: { oneOf: ids } },
    limit: mostPairs,
  });
  const open = pairs.filter(({ state }) => state === 'open');
  const others = new Map<string, { id: string; name: string }[]>();
  for (const { recordIds } of open) {
    for (const id of recordIds.filter((each) => ids.includes(each))) {
      for (const otherId of recordIds.filter((each) => each !== id)) {
        const other = await reader.find<{ id: string; name: string }>(collectionOf[kind].name, otherId);
        if (other === null) continue;
        others.set(id, [...(others.get(id) ?? []), { id: otherId, name: other.name }]);
      }
    }
  }
  return others;
}
