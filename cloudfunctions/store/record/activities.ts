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
    indexOn('editionId', 'unitId', 'days', 'state'),
    indexOn('editionId', 'unitCity', 'days', 'state'),
    indexOn('mergedInto'),
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

/** How many activities the public sees on each day, and in all. One of several days counts on each of them, once in all. */
export async function countListed(
  database: Database,
  editionId: string,
  days: readonly Day[],
): Promise<{ days: { day: Day; count: number }[]; total: number }> {
  const listed = { editionId, listed: true };
  const [total, ...counts] = await Promise.all([
    database.count(activities.name, listed),
    ...days.map((day) => database.count(activities.name, { ...listed, days: day })),
  ]);
  return { days: days.map((day, index) => ({ day, count: counts[index] ?? 0 })), total };
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

/** The activities that were merged into one (并入的记录). */
export function mergedInto(reader: Reader, id: string): Promise<Activity[]> {
  return reader.list<Activity>(activities.name, { where: { mergedInto: id }, limit: 50 });
}

/** Activities by their ids, at most a hundred; those that are not there are left out. */
export async function activitiesOfIds(
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

/** Whether units of a city have any record in an edition. */
export async function hasRecordsOfCity(reader: Reader, editionId: string, city: City): Promise<boolean> {
  const found = await reader.list(activities.name, { where: { editionId, unitCity: city }, limit: 1 });
  return found.length > 0;
}
