import { refuse } from '#shared/contract/errors';
import type { Activity } from '#shared/record/activity';
import {
  doubleKey,
  likenessOf,
  sieveByName,
  type Comparable,
  type Double,
  type DoubleState,
  type Likeness,
} from '#shared/record/doubles';
import type { RecordState } from '#shared/record/record';
import type { City } from '#shared/record/region';
import type { Day } from '#shared/week/guangdong-time';
import type { Database, Finder, Reader, Transaction } from '../platform/database';
import { idFrom } from '../platform/digest';
import { activities } from './activities';
import { indexOn, type Collection } from './collection';

export const doubles: Collection = {
  name: 'doubles',
  indexes: [
    indexOn('activityIds'),
    indexOn('editionId', 'state', 'sortKey'),
    indexOn('editionId', 'state', 'city', 'sortKey'),
  ],
};

/** What of an activity the likeness and its showing need: a tenth of a whole record. */
const comparedFields = [
  'unitId',
  'unitName',
  'unitCity',
  'name',
  'hosts',
  'coHosts',
  'city',
  'venue',
  'mode',
  'firstDay',
  'lastDay',
  'startTime',
  'state',
  'mergedInto',
] as const;
export type Candidate = Pick<Activity, 'id' | (typeof comparedFields)[number]>;

export interface FoundDouble {
  candidate: Candidate;
  likeness: Likeness;
}

/** More than a day of one city has at its fullest. */
const mostNames = 1000;
/** Of those near enough by name, as many as a query takes by their ids. */
const mostCandidates = 100;

/** Records that stand for an event: what is withdrawn, or told under another, does not. */
export function standsForAnEvent({
  state,
  mergedInto,
}: {
  state: RecordState;
  mergedInto: string | null;
}): boolean {
  return state !== 'withdrawn' && mergedInto === null;
}

/**
 * Activities that may be the same event as one, the likest first: of those in its city on its first or last day, and of
 * those of its hosts that start on its days.
 */
export async function findLikeActivities(
  reader: Reader,
  {
    editionId,
    id,
    activity,
    days,
  }: { editionId: string; id: string; activity: Comparable; days: readonly Day[] },
): Promise<FoundDouble[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const read = (where: Parameters<Reader['list']>[1]['where']) =>
    reader.list<Pick<Activity, 'id' | 'name'>>(activities.name, {
      where: { editionId, ...where },
      limit: mostNames,
      fields: ['name'],
    });
  const hosts = [...new Set([...activity.hosts, ...activity.coHosts])];
  const near = new Map<string, { id: string; name: string }>();
  const lists = [
    ...[...new Set([first, last])].map((day) => ({ city: activity.city, days: day })),
    { hosts: { oneOf: hosts }, firstDay: { atLeast: first, atMost: last } },
  ].map(read);
  for (const each of (await Promise.all(lists)).flat()) near.set(each.id, each);
  near.delete(id);
  const named = sieveByName(activity.name, [...near.values()]).slice(0, mostCandidates);
  if (named.length === 0) return [];
  const candidates = await reader.list<Candidate>(activities.name, {
    where: { id: { oneOf: named.map((each) => each.id) } },
    limit: mostCandidates,
    fields: comparedFields,
  });
  return candidates
    .filter(standsForAnEvent)
    .map((candidate) => ({ candidate, likeness: likenessOf(activity, candidate) }))
    .filter(({ likeness }) => likeness.isDouble)
    .sort(
      (one, other) =>
        other.likeness.name - one.likeness.name || (one.candidate.id < other.candidate.id ? -1 : 1),
    );
}

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
  const page = found.slice(0, size);
  return { doubles: page, total, next: found.length > size ? (page.at(-1)?.sortKey ?? null) : null };
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
