import { hourMs } from '../ground/durations';
import type { Activity } from '../record/activity';
import { daysOf, type Edition } from '../week/edition';
import { dayOf, instantOf, type Day } from '../ground/guangdong-time';

/** The nudge comes an hour before the cut-off: 15:00 where that is 16:00. */
const nudgeBeforeMs = hourMs;

/** What a unit still owes (待办): returned records to mend, and headcounts of activities that are over. */
export interface Debts {
  unitId: string;
  returned: number;
  headcounts: number;
}

/** When the units are nudged on a day, and until when that makes sense. */
function nudgePeriod({ cutOff }: Pick<Edition, 'cutOff'>, day: Day): { from: number; until: number } {
  const until = instantOf(day, cutOff);
  return { from: until - nudgeBeforeMs, until };
}

/** The nudge that is due at an instant; none outside the hour before a day's cut-off. */
export function nudgeDueAt(edition: Pick<Edition, 'firstDay' | 'lastDay' | 'cutOff'>, now: number): number[] {
  return daysOf(edition)
    .map((day) => nudgePeriod(edition, day))
    .filter(({ from, until }) => now >= from && now < until)
    .map(({ from }) => from);
}

/**
 * What the units of these activities owe at an instant, units that owe nothing left out.
 * A headcount is owed from the day the activity ends.
 */
export function debtsOf(activities: readonly Activity[], now: number): Debts[] {
  const today = dayOf(now);
  const byUnit = new Map<string, Debts>();
  for (const { unitId, state, headcount, lastDay } of activities) {
    const owed = byUnit.get(unitId) ?? { unitId, returned: 0, headcounts: 0 };
    if (state === 'returned') owed.returned += 1;
    if (state === 'announced' && headcount === null && lastDay <= today) owed.headcounts += 1;
    if (owed.returned + owed.headcounts > 0) byUnit.set(unitId, owed);
  }
  return [...byUnit.values()];
}

/**
 * A unit's debts in words, at most the twenty characters a message's field takes.
 *
 * @example { returned: 1, headcounts: 2 } // '退回待改1，人数待报2'
 */
export function describeDebts({ returned, headcounts }: Pick<Debts, 'returned' | 'headcounts'>): string {
  return [
    ...(returned > 0 ? [`退回待改${returned}`] : []),
    ...(headcounts > 0 ? [`人数待报${headcounts}`] : []),
  ].join('，');
}
