import { dayMs } from '../ground/durations';
import type { FieldProblem } from '../refusal/errors';
import { bulletinWindow, type BulletinEdition } from './bulletin-window';
import { daysOf, type Edition, type EditionFields } from './edition';
import { addDays, eachDay, instantOf, type Day } from '../ground/guangdong-time';
import type { City } from '../ground/region';
import type { Problem } from '../refusal/problems';

/** A week of a month and more is a slip of the finger in the date. */
const longestInDays = 31;
/** Nothing that belongs to a week is further from it. */
const furthestInDays = 92;

function problem(field: string, what: Problem, limit: number | null = null): FieldProblem {
  return { field, problem: what, limit };
}

function repeated(field: 'series' | 'cities' | 'reportsAlone', names: readonly string[]): FieldProblem[] {
  return names.flatMap((name, index) =>
    names.indexOf(name) === index ? [] : [problem(`${field}.${index}`, 'repeated')],
  );
}

/**
 * What does not go together in an edition's fields (届次核对), each of which is right by itself: days in order and in the
 * year that names the edition, deadlines after the week, a first window that is not empty, nothing named twice.
 *
 * @example lastDay '2018-10-08' after firstDay '2018-10-09' // [{ field: 'lastDay', problem: 'before-start', limit: null }]
 */
export function editionProblems(id: string, fields: EditionFields): FieldProblem[] {
  const { firstDay, lastDay, opensAt, cutOff, cityDeadline, provinceDeadline, series, cities } = fields;
  const { reportsAlone } = fields;
  const problems: FieldProblem[] = [];
  if (!firstDay.startsWith(`${id}-`)) problems.push(problem('firstDay', 'not-in-the-year'));
  if (lastDay < firstDay) problems.push(problem('lastDay', 'before-start'));
  else if (lastDay > addDays(firstDay, longestInDays - 1))
    problems.push(problem('lastDay', 'too-long-a-week', longestInDays));

  const latest = addDays(lastDay, furthestInDays);
  if (cityDeadline < lastDay) problems.push(problem('cityDeadline', 'before-last-day'));
  else if (cityDeadline > latest)
    problems.push(problem('cityDeadline', 'too-far-from-the-week', furthestInDays));
  if (provinceDeadline < cityDeadline) problems.push(problem('provinceDeadline', 'before-city-deadline'));
  else if (provinceDeadline > latest)
    problems.push(problem('provinceDeadline', 'too-far-from-the-week', furthestInDays));

  const firstCutOff = instantOf(firstDay, cutOff);
  if (opensAt >= firstCutOff) problems.push(problem('opensAt', 'after-first-cut-off'));
  else if (opensAt < firstCutOff - furthestInDays * dayMs)
    problems.push(problem('opensAt', 'too-far-from-the-week', furthestInDays));

  if (fields.dailyNil.on && fields.dailyNil.reason === '')
    problems.push(problem('dailyNil.reason', 'required'));

  const strangers = reportsAlone.flatMap((city, index) =>
    cities.includes(city) ? [] : [problem(`reportsAlone.${index}`, 'not-a-choice')],
  );
  return [
    ...problems,
    ...repeated('series', series),
    ...repeated('cities', cities),
    ...repeated('reportsAlone', reportsAlone),
    ...strangers,
  ];
}

/** The moment a deadline's day is over: a report on the day itself is in time. */
function endOf(day: Day): number {
  return instantOf(addDays(day, 1), '00:00');
}

/**
 * What time has decided already and a change would make untrue (已成事实的不改):
 * once the first day's window has ended, when the week began and its daily cut-off; the days whose windows have ended; a
 * deadline that is over. While an edition is being prepared nothing is decided, for it takes no reports.
 */
export function decidedProblems(before: Edition, after: EditionFields, now: number): FieldProblem[] {
  if (before.state === 'preparing') return [];
  const problems: FieldProblem[] = [];
  const ended = daysOf(before).filter((day) => now >= bulletinWindow(before, day).closesAt);
  const lastEnded = ended.at(-1);
  if (lastEnded !== undefined) {
    for (const field of ['firstDay', 'opensAt', 'cutOff'] as const) {
      if (before[field] !== after[field]) problems.push(problem(field, 'already-decided'));
    }
    if (after.lastDay < lastEnded) problems.push(problem('lastDay', 'already-decided'));
    // A last day that is over has refused what came after it: a longer week would have taken it.
    else if (lastEnded === before.lastDay && after.lastDay !== before.lastDay)
      problems.push(problem('lastDay', 'already-decided'));
  }
  for (const field of ['cityDeadline', 'provinceDeadline'] as const) {
    if (before[field] !== after[field] && now >= endOf(before[field]))
      problems.push(problem(field, 'already-decided'));
  }
  return problems;
}

/** What a change takes out of an edition. */
export interface Removed {
  days: Day[];
  cities: City[];
  series: string[];
}

/** The days, cities and series that a change takes out of an edition. */
export function removedBy(
  before: Pick<Edition, 'firstDay' | 'lastDay' | 'cities' | 'series'>,
  after: Pick<EditionFields, 'firstDay' | 'lastDay' | 'cities' | 'series'>,
): Removed {
  const kept = new Set(eachDay(after.firstDay, after.lastDay));
  return {
    days: daysOf(before).filter((day) => !kept.has(day)),
    cities: before.cities.filter((city) => !after.cities.includes(city)),
    series: before.series.filter((series) => !after.series.includes(series)),
  };
}

/** Whether what is kept of records follows otherwise after a change, or has to be looked at again: days moved, or something is gone. */
export function needsRework(before: Edition, after: EditionFields): boolean {
  const { cities, series } = removedBy(before, after);
  const isMoved = before.firstDay !== after.firstDay || before.lastDay !== after.lastDay;
  return isMoved || cities.length > 0 || series.length > 0;
}

/** Whether the last day's window has ended: before that an edition is not closed. */
export function isWeekOver(edition: BulletinEdition, now: number): boolean {
  return now >= bulletinWindow(edition, edition.lastDay).closesAt;
}
