import { attendanceModes, serviceFields, type Headcount } from '../record/activity';
import { activityTypes, type ActivityTable } from '../record/activity-types';
import { provincial } from '../ground/region';
import { daysOf } from '../week/edition';
import { z } from '../zod';
import type { CompiledEdition, CountedActivity, SummaryPart } from './snapshot';
import type { SummaryScope } from './summary-scope';

/** Activities in figures: how many, their headcount, how much of it is the host's estimate, how many have none. */
const figures = z.object({
  activities: z.int(),
  headcount: z.int(),
  /** Of the headcount, what hosts estimated (主办方估计). */
  estimated: z.int(),
  /** Activities whose cell stays empty. */
  withoutHeadcount: z.int(),
});
export type Figures = z.infer<typeof figures>;

/** The headcount of some activities; null, and never 0, where there are some and nobody knows of any. */
export function knownHeadcount({
  activities,
  headcount,
  estimated,
  withoutHeadcount,
}: Figures): number | null {
  // A difference between two sums may have persons though none of its activities is counted.
  const isNobody = headcount === 0 && estimated === 0;
  return activities > 0 && withoutHeadcount === activities && isNobody ? null : headcount;
}

const group = figures.extend({ key: z.string() });
export type Group = z.infer<typeof group>;
/** Everything a city reported, in figures. */
const cityFigures = figures.extend({ policies: z.int(), services: z.int(), exhibitions: z.int() });
export type CityFigures = z.infer<typeof cityFigures>;
const cityGroup = cityFigures.extend({ key: z.string() });
export type CityGroup = z.infer<typeof cityGroup>;

const unitCounts = z.object({ 'has-content': z.int(), nil: z.int(), 'not-reported': z.int() });

/** The totals of a summary (合计). An activity that serves two fields counts under both; under every other heading once. */
export const summaryTotals = z.object({
  policies: z.int(),
  all: figures,
  /** 表二 and 表三: `service`, `exhibition`. */
  byTable: z.array(group),
  /** By table and type: `service/政策解读`. */
  byType: z.array(group),
  /** By the jurisdiction whose unit reported it; what two share counts with both. */
  byCity: z.array(cityGroup),
  byDay: z.array(group),
  byField: z.array(group),
  bySeries: z.array(group),
  byMode: z.array(group),
  /** Units by how their week stands: 有内容、零报告、未报. */
  units: unitCounts,
  /** The province: the sum of its cities and 省直, what of it two share, and what remains. Null for every other scope. */
  sum: z.object({ bySum: cityFigures, shared: cityFigures, result: cityFigures }).nullable(),
});
export type SummaryTotals = z.infer<typeof summaryTotals>;

/** The key of what no field, series or mode was named for. */
export const unnamed = '未注明';

const nothing: Figures = { activities: 0, headcount: 0, estimated: 0, withoutHeadcount: 0 };
const nothingOfACity: CityFigures = { policies: 0, services: 0, exhibitions: 0, ...nothing };

function plus(to: Figures, headcount: Headcount | null): Figures {
  const count = headcount?.count ?? 0;
  return {
    activities: to.activities + 1,
    headcount: to.headcount + count,
    estimated: to.estimated + (headcount?.method === '主办方估计' ? count : 0),
    withoutHeadcount: to.withoutHeadcount + (headcount === null ? 1 : 0),
  };
}

/** A list with one more activity under a key, which is added at the end when it is new. */
function counted(groups: Group[], key: string, headcount: Headcount | null): Group[] {
  const known = groups.find((each) => each.key === key);
  if (known === undefined) return [...groups, { key, ...plus(nothing, headcount) }];
  return groups.map((each) => (each === known ? { ...known, ...plus(known, headcount) } : each));
}

function inCity(groups: CityGroup[], key: string, change: (group: CityGroup) => CityGroup): CityGroup[] {
  const known = groups.find((each) => each.key === key) ?? { key, ...nothingOfACity };
  const changed = change(known);
  return groups.includes(known)
    ? groups.map((each) => (each === known ? changed : each))
    : [...groups, changed];
}

/** A city's figures with one more activity. */
function plusActivity<Line extends CityFigures>(
  to: Line,
  table: ActivityTable | null,
  headcount: Headcount | null,
): Line {
  return {
    ...to,
    ...plus(to, headcount),
    services: to.services + (table === 'service' ? 1 : 0),
    exhibitions: to.exhibitions + (table === 'exhibition' ? 1 : 0),
  };
}

const zeroes = (keys: readonly string[]): Group[] => keys.map((key) => ({ key, ...nothing }));

/** Which jurisdictions a summary has lines for: those of its scope, in the edition's order, 省直 last. */
function jurisdictionsOf(scope: SummaryScope, edition: CompiledEdition): string[] {
  if (scope.kind === 'city') return [scope.city];
  if (scope.kind === 'provincial') return [provincial];
  return scope.kind === 'unit' ? [] : [...edition.cities, provincial];
}

/** Totals of nothing, with a line for everything that may come, in the order it will be shown. */
export function emptyTotals(scope: SummaryScope, edition: CompiledEdition): SummaryTotals {
  const types = (['service', 'exhibition'] as const).flatMap((table) =>
    activityTypes[table].map((type) => `${table}/${type}`),
  );
  return {
    policies: 0,
    all: nothing,
    byTable: zeroes(['service', 'exhibition']),
    byType: zeroes(types),
    byCity: jurisdictionsOf(scope, edition).map((key) => ({ key, ...nothingOfACity })),
    byDay: zeroes(daysOf(edition)),
    byField: zeroes([...serviceFields, unnamed]),
    bySeries: zeroes([...edition.series, unnamed]),
    byMode: zeroes([...attendanceModes, unnamed]),
    units: { 'has-content': 0, nil: 0, 'not-reported': 0 },
    sum:
      scope.kind === 'province'
        ? { bySum: nothingOfACity, shared: nothingOfACity, result: nothingOfACity }
        : null,
  };
}

function addActivity(totals: SummaryTotals, activity: CountedActivity): SummaryTotals {
  const { table, type, unitCity, day, fields, series, mode, headcount, headcountOfCity } = activity;
  return {
    ...totals,
    all: plus(totals.all, headcount),
    byTable: counted(totals.byTable, table, headcount),
    byType: counted(totals.byType, `${table}/${type}`, headcount),
    byCity: inCity(totals.byCity, unitCity, (city) => plusActivity(city, table, headcountOfCity)),
    byDay: counted(totals.byDay, day, headcount),
    byField: (fields.length === 0 ? [unnamed] : fields).reduce(
      (groups, field) => counted(groups, field, headcount),
      totals.byField,
    ),
    bySeries: counted(totals.bySeries, series === '' ? unnamed : series, headcount),
    byMode: counted(totals.byMode, mode ?? unnamed, headcount),
  };
}

/** One activity as a line of its city by itself. */
function lineOf(table: ActivityTable, headcount: Headcount | null): CityFigures {
  return plusActivity(nothingOfACity, table, headcount);
}

/** Each figure of one line with the same of another. */
function combined(
  one: CityFigures,
  other: CityFigures,
  combine: (first: number, second: number) => number,
): CityFigures {
  const names = Object.keys(nothingOfACity) as (keyof CityFigures)[];
  return names.reduce((so, name) => ({ ...so, [name]: combine(one[name], other[name]) }), nothingOfACity);
}

/** The province's three lines from those of its cities and what two of them share. */
function withSum(totals: SummaryTotals, shared: CityFigures): SummaryTotals {
  const bySum = totals.byCity.reduce(
    (so: CityFigures, city) => combined(so, city, (first, second) => first + second),
    nothingOfACity,
  );
  const result = combined(bySum, shared, (first, second) => first - second);
  return { ...totals, sum: { bySum, shared, result } };
}

/** Totals with one more part of the snapshot counted in, in whatever order parts come. */
export function addToTotals(totals: SummaryTotals, part: SummaryPart): SummaryTotals {
  let so = part.activities.reduce(addActivity, totals);
  for (const { unitCity } of part.policies) {
    const byCity = inCity(so.byCity, unitCity, (city) => ({ ...city, policies: city.policies + 1 }));
    so = { ...so, policies: so.policies + 1, byCity };
  }
  for (const { status } of part.units) so = { ...so, units: { ...so.units, [status]: so.units[status] + 1 } };
  if (totals.sum === null) return so;

  // A unit of a city that takes no part has its city's line all the same.
  for (const { city } of part.units) so = { ...so, byCity: inCity(so.byCity, city, (line) => line) };

  let { shared } = totals.sum;
  // What its own city counts of a joint event beside what the province does is shared as well.
  for (const { table, headcount, headcountOfCity } of part.activities) {
    const beside = combined(
      lineOf(table, headcountOfCity),
      lineOf(table, headcount),
      (one, other) => one - other,
    );
    shared = combined(shared, beside, (one, other) => one + other);
  }
  for (const { what, table, unitCity, headcount } of part.leftOut.filter(({ isShared }) => isShared)) {
    const withOne = <Line extends CityFigures>(line: Line): Line =>
      what === 'activity' ? plusActivity(line, table, headcount) : { ...line, policies: line.policies + 1 };
    shared = withOne(shared);
    so = { ...so, byCity: inCity(so.byCity, unitCity, withOne) };
  }
  return withSum(so, shared);
}
