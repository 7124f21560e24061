import { settleActivity } from '#shared/record/activity-life';
import type { Activity } from '#shared/record/activity';
import { guangdongCities } from '#shared/ground/region';
import { activities } from '../../local/demo/activities';
import { edition2018 } from '../../local/demo/edition-2018';
import { unitNamed } from '../../local/demo/units';
import type { BenchCloud } from './bench-cloud';

/** How many activities there are beside the demo's. */
export const records = 10_000;

/** The unit of the demo's organiser. */
export const base = unitNamed('演示双创示范基地');

function firstOf<Item>(items: readonly Item[]): Item {
  const [first] = items;
  if (first === undefined) throw new Error('The demo has no activity');
  return first;
}
const sample = firstOf(activities);

function idOf(kind: string, index: number): string {
  return `bench-${kind}-${String(index).padStart(5, '0')}`;
}

/** One of the many, on a day of the week, in a city; a third is in one city, as in life, so that its days are full. */
function oneOfMany(id: string, index: number, changed: Partial<Activity>): Record<string, unknown> {
  const day = `2018-10-${String(9 + (index % 7)).padStart(2, '0')}`;
  const city = index % 3 === 0 ? '广州' : (guangdongCities[index % guangdongCities.length] ?? '广州');
  const { id: _id, ...fields } = settleActivity(
    {
      ...sample,
      id,
      city,
      name: `${sample.name}第${index}场`,
      hosts: [`主办单位${index % 500}`],
      unitId: `unit-${index % 100}`,
      firstDay: day,
      lastDay: day,
      headcount: { count: index % 500, method: '签到表' },
      ...changed,
    },
    edition2018,
    changed.state ?? 'accepted',
  );
  return { _id, ...fields };
}

/** Reported by the base, for the actions that use one up. */
const ready = {
  unitId: base.id,
  unitName: base.name,
  unitCity: base.city,
  state: 'reported',
  important: false,
  bulletin: { result: 'none' },
} as const;
const readyKinds = ['accept', 'return', 'withdraw', 'join', 'photo', 'removal', 'state'] as const;
type ReadyKind = (typeof readyKinds)[number];

/** The id of one of the many. The public is reminded only of what has not begun: every seventh from the fifth is on 13 October. */
export function oneOfTheMany(index: number): string {
  return idOf('many', (index * 7 + 4) % records);
}

/** One of the records that are there to be used up, as it was put there. */
export function readyRecord(
  kind: ReadyKind,
  index: number,
): { kind: 'activity'; id: string; revision: number } {
  return { kind: 'activity', id: idOf(kind, index), revision: 1 };
}

/** Ten thousand accepted activities beside the demo's, and so many reported ones of each kind. */
export async function fillStore(cloud: BenchCloud, readyOfAKind: number): Promise<void> {
  const many = Array.from({ length: records }, (_each, index) => oneOfMany(idOf('many', index), index, {}));
  await cloud.put('activities', many);
  for (const kind of readyKinds) {
    const some = Array.from({ length: readyOfAKind }, (_each, index) =>
      oneOfMany(idOf(kind, index), index, ready),
    );
    await cloud.put('activities', some);
  }
}
