import type { Activity } from '#shared/record/activity';
import { likenessOf, sieveByName, type Comparable, type Likeness } from '#shared/double/doubles';
import { standsForItself } from '#shared/double/joint-event';
import { coHostNames } from '#shared/record/co-host-names';
import type { Day } from '#shared/ground/guangdong-time';
import type { Reader } from '../../platform/database';
import { activities } from '../../store/record/activities';

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
  'joint',
] as const;

type Candidate = Pick<Activity, 'id' | (typeof comparedFields)[number]>;

export interface LikeActivity {
  candidate: Candidate;
  likeness: Likeness;
}

/** More than a day of one city has at its fullest. */
const mostNames = 1000;

/** Of those near enough by name, as many as a query takes by their ids. */
const mostCandidates = 100;

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
): Promise<LikeActivity[]> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const read = (where: Parameters<Reader['list']>[1]['where']) =>
    reader.list<Pick<Activity, 'id' | 'name'>>(activities.name, {
      where: { editionId, ...where },
      limit: mostNames,
      fields: ['name'],
    });
  const hosts = [...new Set([...activity.hosts, ...coHostNames(activity)])];
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
    .filter(standsForItself)
    .map((candidate) => ({ candidate, likeness: likenessOf(activity, candidate) }))
    .filter(({ likeness }) => likeness.isDouble)
    .sort(
      (one, other) =>
        other.likeness.name - one.likeness.name || (one.candidate.id < other.candidate.id ? -1 : 1),
    );
}
