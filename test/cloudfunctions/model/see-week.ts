import { listActivities } from '#shared/contract/public/list-activities';
import { readActivity } from '#shared/contract/public/read-activity';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openReporting } from '#shared/contract/record/open-reporting';
import { readSummary } from '#shared/contract/summary/read-summary';
import type { ActivityDetail } from '#shared/contract/record/activity-views';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { octoberDay } from '../../shared/example-records';
import { compile, partsOf } from '../support/compile';
import { get, wakeTheTimer, type PersonId } from '../support/running-cloud';
import {
  countedWithin,
  lineOf,
  shownOf,
  unitsOfModel,
  type EventInModel,
  type ToldEvent,
  type UnitOfModel,
  type WeekModel,
} from './week-model';

const theDay = octoberDay('10');

/** What all of the units of the model have, by the ids of the records; others of the demo are left out. */
type ById<Of> = Record<string, Of>;

function byId<Of>(all: readonly (readonly [string, Of])[]): ById<Of> {
  return Object.fromEntries([...all].sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isOf(model: WeekModel): (id: string) => boolean {
  const ids = new Set(model.records().map(({ id }) => id));
  return (id) => ids.has(id);
}

/** The addresses in the public's list of the day, and what each record's own address answers with. */
async function listed(isOurs: (id: string) => boolean): Promise<string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const page: { activities: { id: string }[]; next: string | null } = await get('visitor', listActivities, {
      day: theDay,
      after,
    });
    ids.push(...page.activities.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  return ids.filter(isOurs).sort();
}

function told({ hosts, coHosts, headcount }: ActivityDetail): ToldEvent {
  return { hosts, coHosts, count: headcount?.count ?? null };
}

async function inTheSnapshot(isOurs: (id: string) => boolean): Promise<ById<ToldEvent>> {
  await wakeTheTimer();
  const { parts } = await get('visitor', readSnapshot, {});
  const part = parts.find((each) => each.part === theDay);
  const { activities } = (await (await fetch(part?.url ?? '')).json()) as { activities: ActivityDetail[] };
  return byId(
    activities.filter(({ id }) => isOurs(id)).map((activity) => [activity.id, told(activity)] as const),
  );
}

async function inTheBulletin(isOurs: (id: string) => boolean): Promise<ToldEvent[]> {
  const { bulletin } = await get('bureau', openBulletin, { day: theDay });
  return sorted(
    bulletin.printed
      .filter(({ activityId }) => isOurs(activityId))
      .map(({ hosts, coHosts, headcount }) => ({ hosts, coHosts, count: headcount })),
  );
}

function sorted(lines: readonly ToldEvent[]): ToldEvent[] {
  return [...lines].sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

interface Tables {
  rows: ById<number | null>;
  activities: number;
  headcount: number;
  totals: Awaited<ReturnType<typeof totalsOf>>;
}

async function totalsOf(person: PersonId, summaryId: string) {
  return (await get(person, readSummary, { summaryId })).totals;
}

async function tablesOf(
  person: PersonId,
  scope: SummaryScope | null,
  isOurs: (id: string) => boolean,
): Promise<Tables> {
  const summary = await compile(person, scope);
  const rows = (await partsOf(summary)).flatMap(({ activities }) => activities);
  const own = rows.filter(({ id }) => isOurs(id));
  return {
    rows: byId(own.map(({ id, headcount }) => [id, headcount?.count ?? null] as const)),
    activities: summary.services + summary.exhibitions,
    headcount: summary.headcount,
    totals: await totalsOf(person, summary.id),
  };
}

function expectedRows(
  events: readonly EventInModel[],
  isWithin: (unit: UnitOfModel) => boolean,
): ById<number | null> {
  return byId(
    events.flatMap((event) => {
      const counted = countedWithin(event, isWithin);
      return counted === null ? [] : [[counted.id, counted.count] as const];
    }),
  );
}

const sum = (rows: ById<number | null>): number =>
  Object.values(rows).reduce<number>((so, count) => so + (count ?? 0), 0);

/** The totals of the province before anything was played: what the demo has. */
export async function provinceBefore(): Promise<{ activities: number; headcount: number }> {
  const { activities, headcount } = await tablesOf('bureau', null, () => false);
  return { activities, headcount };
}

const staffOf = { 揭阳: 'model-jieyang', 云浮: 'model-yunfu' } as const;

async function expectTables(
  model: WeekModel,
  before: { activities: number; headcount: number },
  isOurs: (id: string) => boolean,
): Promise<void> {
  const province = await tablesOf('bureau', null, isOurs);
  const rows = expectedRows(model.events, () => true);
  expect(province.rows).toEqual(rows);
  expect(province.activities - before.activities).toBe(Object.keys(rows).length);
  expect(province.headcount - before.headcount).toBe(sum(rows));
  const { sum: reconciled, byCity, all } = province.totals;
  expect(reconciled?.result).toMatchObject({ activities: all.activities, headcount: all.headcount });

  for (const [city, staff] of Object.entries(staffOf)) {
    const own = expectedRows(model.events, (unit) => unit.city === city);
    const table = await tablesOf(staff, null, isOurs);
    expect(table.rows).toEqual(own);
    const line = byCity.find(({ key }) => key === city);
    expect({ city, activities: line?.activities, headcount: line?.headcount }).toEqual({
      city,
      activities: Object.keys(own).length,
      headcount: sum(own),
    });
  }
}

async function expectUnitTable(
  model: WeekModel,
  unit: UnitOfModel,
  isOurs: (id: string) => boolean,
): Promise<void> {
  const scope = { kind: 'unit', unitId: unit.id } as const;
  const table = await tablesOf(unit.person, scope, isOurs);
  expect(table.rows).toEqual(expectedRows(model.events, (each) => each === unit));
}

async function expectStandings(model: WeekModel): Promise<void> {
  const { units, cities } = await get('bureau', openReporting, { span: 'week' });
  for (const unit of unitsOfModel)
    expect({ unit: unit.name, is: units.find(({ unitId }) => unitId === unit.id)?.status }).toEqual({
      unit: unit.name,
      is: model.standingOf(unit),
    });
  for (const city of Object.keys(staffOf))
    expect({ city, is: cities.find((each) => each.city === city)?.status }).toEqual({
      city,
      is: model.cityHasContent(city) ? 'has-content' : 'not-reported',
    });
}

/** Everything that tells of the week agrees with the model: list, addresses, snapshot, bulletin, tables, standings. */
export async function expectTheWeek(
  model: WeekModel,
  before: { activities: number; headcount: number },
  step: number,
): Promise<void> {
  const isOurs = isOf(model);
  const shown = model.events.flatMap((event) => {
    const each = shownOf(event);
    return each === null ? [] : [each];
  });
  expect(await listed(isOurs)).toEqual(shown.map(({ id }) => id).sort());
  expect(await inTheSnapshot(isOurs)).toEqual(
    byId(shown.map(({ id, hosts, coHosts, count }) => [id, { hosts, coHosts, count }] as const)),
  );
  for (const event of model.events) {
    const each = shownOf(event);
    const last = event.records.at(-1);
    if (each === null || last === undefined) continue;
    const { activity } = await get('visitor', readActivity, { id: last.id });
    expect({ id: activity.id, ...told(activity) }).toEqual(each);
  }
  const lines = model.events.flatMap((event) => lineOf(event) ?? []);
  expect(await inTheBulletin(isOurs)).toEqual(sorted(lines));
  await expectTables(model, before, isOurs);
  const unit = unitsOfModel[step % unitsOfModel.length];
  if (unit !== undefined) await expectUnitTable(model, unit, isOurs);
  await expectStandings(model);
}
