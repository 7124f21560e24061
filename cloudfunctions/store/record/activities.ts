import { refuse } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import type { RecordState } from '#shared/record/record';
import type { City } from '#shared/ground/region';
import type { Day } from '#shared/ground/guangdong-time';
import type { Database, Finder, Reader } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import {
  countRecordsInState,
  inState,
  readRecordPage,
  recordIndexes,
  type RecordPage,
  type RecordPageQuery,
} from './record-pages';
import { summaryIndexes } from '../summary/summary-reading';

export const activities: Collection = {
  name: 'activities',
  indexes: [
    ...recordIndexes,
    indexOn('editionId', 'listed', 'days', 'shownKey'),
    indexOn('editionId', 'toRelease', 'sortKey'),
    indexOn('editionId', 'unitCity', 'toRelease', 'sortKey'),
    indexOn('editionId', 'city', 'days'),
    indexOn('editionId', 'hosts', 'firstDay'),
    indexOn('editionId', 'days', 'state'),
    indexOn('editionId', 'unitId', 'days', 'state', 'createdAt'),
    indexOn('editionId', 'unitCity', 'days', 'state', 'createdAt'),
    indexOn('editionId', 'jointUnits.unitId', 'state', 'createdAt'),
    indexOn('editionId', 'jointUnits.unitCity', 'state', 'createdAt'),
    indexOn('editionId', 'days', '_id'),
    indexOn('editionId', 'series'),
    indexOn('editionId', 'state', 'listed'),
    ...summaryIndexes,
    indexOn('editionId', 'name'),
  ],
};

type Page = RecordPage<Activity>;

function readPage(reader: Reader, query: RecordPageQuery): Promise<Page> {
  return readRecordPage<Activity>(reader, activities, query);
}

/** What the public sees of a day, or of the whole week, what is pinned first. */
export function listedActivities(
  reader: Reader,
  { editionId, day, after, size }: { editionId: string; day: Day | null; after: string | null; size: number },
): Promise<Page> {
  const where = { editionId, listed: true, ...(day === null ? {} : { days: day }) };
  return readPage(reader, { where, after, size, by: 'shownKey' });
}

/** The activities of a city's units, or of all when the city is null, that wait to be released. */
export function activitiesToRelease(
  reader: Reader,
  query: { editionId: string; city: City | null; after: string | null; size: number },
): Promise<Page> {
  const { editionId, city, after, size } = query;
  const where = { editionId, ...(city === null ? {} : { unitCity: city }), toRelease: true };
  return readPage(reader, { where, after, size });
}

/** More than are called off in a week. */
const mostCancelled = 1000;

/**
 * How many activities the public can go to on each day, and in all: what was called off is shown and not counted. One of several days
 * counts on each of them, once in all.
 */
export async function countListed(
  database: Database,
  editionId: string,
  days: readonly Day[],
): Promise<{ days: { day: Day; count: number }[]; total: number }> {
  const listed = { editionId, listed: true };
  const [off, total, ...counts] = await Promise.all([
    database.list<Pick<Activity, 'id' | 'days'>>(activities.name, {
      where: { ...listed, state: 'cancelled' },
      limit: mostCancelled,
      fields: ['days'],
    }),
    database.count(activities.name, listed),
    ...days.map((day) => database.count(activities.name, { ...listed, days: day })),
  ]);
  const offOn = (day: Day) => off.filter((each) => each.days.includes(day)).length;
  return {
    days: days.map((day, index) => ({ day, count: (counts[index] ?? 0) - offOn(day) })),
    total: total - off.length,
  };
}

/** A unit's own activities, the latest day first. */
export function activitiesOfUnit(
  reader: Reader,
  {
    editionId,
    unitId,
    after,
    size,
  }: { editionId: string; unitId: string; after: string | null; size: number },
): Promise<Page> {
  return readPage(reader, { where: { editionId, unitId }, after, size, latestFirst: true });
}

/** The activities of a city's units, or of all when the city is null, that are in a state. */
export function activitiesInState(
  reader: Reader,
  query: { editionId: string; city: City | null; state: RecordState; after: string | null; size: number },
): Promise<Page> {
  return readPage(reader, { where: inState(query), after: query.after, size: query.size });
}

/** How many activities of a city's units, or of all when the city is null, are in a state. */
export function countInState(
  database: Database,
  which: { editionId: string; city: City | null; state: RecordState },
): Promise<number> {
  return countRecordsInState(database, activities, which);
}

/** One activity. NOT_FOUND when there is none of that id. */
export async function findActivity(reader: Finder, id: string): Promise<Activity> {
  const found = await reader.find<Activity>(activities.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'activity' });
  return found;
}

/**
 * The activity that stands for one of an id to the public: itself, or of a joint event the record that they see, so that an address that
 * people have shared leads on; null when they see none. NOT_FOUND when there is none of that id.
 */
export async function standingActivity(reader: Finder, id: string): Promise<Activity | null> {
  const asked = await findActivity(reader, id);
  const standsId = asked.joint?.standsId ?? id;
  const stands = standsId === id ? asked : await findActivity(reader, standsId);
  return stands.listed ? stands : null;
}

async function activitiesOfIds(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Activity>> {
  if (ids.length === 0) return new Map();
  const found = await reader.list<Activity>(activities.name, {
    where: { id: { oneOf: ids } },
    limit: ids.length,
  });
  return new Map(found.map((activity) => [activity.id, activity]));
}

/** What of an activity tells whether it needs a day or a series of its edition, and what it is called. */
const neededFields = ['name', 'unitName', 'state', 'firstDay', 'lastDay'] as const;
type Needing = Pick<Activity, 'id' | (typeof neededFields)[number]>;
const mostNeeding = 1000;

function activitiesWith(reader: Reader, where: Record<string, string>): Promise<Needing[]> {
  return reader.list<Needing>(activities.name, { where, limit: mostNeeding, fields: neededFields });
}

/** The activities of an edition on a day, of whatever state. */
export function activitiesOnDay(reader: Reader, editionId: string, day: Day): Promise<Needing[]> {
  return activitiesWith(reader, { editionId, days: day });
}

/** The activities of an edition in a series, of whatever state. */
export function activitiesOfSeries(reader: Reader, editionId: string, series: string): Promise<Needing[]> {
  return activitiesWith(reader, { editionId, series });
}

/** How many activities an edition has, of whatever state. */
export function countOfEdition(database: Database, editionId: string): Promise<number> {
  return database.count(activities.name, { editionId });
}

/** Of activities by their ids, at most a hundred, what stands for each to the public; those that they do not see are left out. */
export async function standingOfIds(
  reader: Reader,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Activity>> {
  const asked = await activitiesOfIds(reader, ids);
  const standsIds = new Map([...asked].map(([id, { joint }]) => [id, joint?.standsId ?? id]));
  const missing = [...new Set(standsIds.values())].filter((id) => !asked.has(id));
  const others = await activitiesOfIds(reader, missing);
  return new Map(
    [...standsIds].flatMap(([id, standsId]) => {
      const stands = asked.get(standsId) ?? others.get(standsId);
      return stands?.listed === true ? [[id, stands] as const] : [];
    }),
  );
}

/** Some of the activities of an edition that the public is still shown as called off. */
export function listedAsCancelled(reader: Reader, editionId: string, size: number): Promise<Activity[]> {
  return reader.list<Activity>(activities.name, {
    where: { editionId, state: 'cancelled', listed: true },
    limit: size,
  });
}
