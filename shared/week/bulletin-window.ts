import { daysOf, type Edition } from './edition';
import { addDays, instantOf, type Day, type TimeOfDay } from '../ground/guangdong-time';

/** What the 16:00 rule needs to know of an edition. */
export type BulletinEdition = Pick<Edition, 'firstDay' | 'lastDay' | 'opensAt' | 'cutOff'>;

/** When an activity takes place, as far as the 16:00 rule cares. The start time is null when it is unknown. */
export interface ActivityDays {
  firstDay: Day;
  lastDay: Day;
  startTime: TimeOfDay | null;
}

/** From `opensAt` up to, and not including, `closesAt`; UTC milliseconds. */
export interface BulletinWindow {
  opensAt: number;
  closesAt: number;
}

/**
 * Leave to report for a day after its cut-off (补报): up to, and not including, `until`. Who asks the rule brings only the
 * leave of the unit that reports.
 */
export interface LateLeave {
  day: Day;
  until: number;
}

/** Which day's bulletin takes a report, or why none does. */
export type BulletinDecision =
  | { result: 'taken'; day: Day; closesAt: number }
  | { result: 'cut-off-passed'; day: Day; closedAt: number }
  | { result: 'not-its-day' };

/**
 * The window of a day's bulletin (简报收报时段): from the cut-off of the day before up to, and not including, its own.
 * The first day's window opens when the edition opens.
 * 工企函〔2018〕467号 section 四: 活动周期间如有重要活动，请于当天16:00前将信息发送至邮箱.
 *
 * @example bulletinWindow(edition2018, '2018-10-10') // 10-09 16:00:00.000 to 10-10 16:00:00.000, Guangdong
 */
export function bulletinWindow(edition: BulletinEdition, day: Day): BulletinWindow {
  return {
    opensAt: day === edition.firstDay ? edition.opensAt : instantOf(addDays(day, -1), edition.cutOff),
    closesAt: instantOf(day, edition.cutOff),
  };
}

/**
 * When a day's bulletin closes for a unit: at the cut-off, or at the end of the latest leave the unit has for that day.
 *
 * @example closingFor(edition2018, '2018-10-10', [{ day: '2018-10-10', until: tenPastSix }]) // tenPastSix
 */
export function closingFor(edition: BulletinEdition, day: Day, leaves: readonly LateLeave[]): number {
  const ofTheDay = leaves.filter((leave) => leave.day === day).map(({ until }) => until);
  return Math.max(bulletinWindow(edition, day).closesAt, ...ofTheDay);
}

/**
 * Longer than any request of an organiser can run: what was received in the last millisecond is kept, or has failed, by then.
 * `cloudbaserc.json` sets the organiser function's time limit to 20 seconds.
 */
const settlingMs = 30_000;

/** From when on nothing can be added to a day's bulletin any more, so that it can be compiled; `leaves` of all units. */
export function settledAt(edition: BulletinEdition, day: Day, leaves: readonly LateLeave[]): number {
  return closingFor(edition, day, leaves) + settlingMs;
}

/** The activity's days that lie in the edition: those it can be reported for, once each. */
export function reportableDays(edition: BulletinEdition, activity: ActivityDays): Day[] {
  return daysOf(edition).filter((day) => day >= activity.firstDay && day <= activity.lastDay);
}

/**
 * The day's bulletin that takes a report received at an instant of the server's clock.
 * A report is for the day the activity starts on, or for the day it names when it lasts several; earlier it waits for that day.
 * An activity that starts at or after the cut-off is for the next day once its own day's window has ended.
 * Leave that the unit has for a day moves the end of that day's window.
 *
 * @example an activity of 10-10 09:00, received 10-10 15:59:59.999 // taken, 10-10
 * @example an activity of 10-10 09:00, received 10-10 16:00:00.000 // cut-off-passed
 * @example an activity of 10-10 16:00, received 10-11 10:00 // taken, 10-11
 */
export function decideBulletinDay(
  edition: BulletinEdition,
  activity: ActivityDays,
  namedDay: Day | null,
  receivedAt: number,
  leaves: readonly LateLeave[] = [],
): BulletinDecision {
  const days = reportableDays(edition, activity);
  const day = namedDay ?? days.find((each) => receivedAt < closingFor(edition, each, leaves)) ?? days.at(-1);
  if (day === undefined || !days.includes(day)) return { result: 'not-its-day' };

  const closesAt = closingFor(edition, day, leaves);
  if (receivedAt < closesAt) return { result: 'taken', day, closesAt };

  const startsInTheEvening =
    day === activity.firstDay && activity.startTime !== null && activity.startTime >= edition.cutOff;
  const nextDay = addDays(day, 1);
  if (startsInTheEvening && nextDay <= edition.lastDay) {
    const nextClosesAt = closingFor(edition, nextDay, leaves);
    if (receivedAt < nextClosesAt) return { result: 'taken', day: nextDay, closesAt: nextClosesAt };
  }
  return { result: 'cut-off-passed', day, closedAt: closesAt };
}

/** The bulletin that is collecting at an instant, and until when; null before the edition opens and after the last window. */
export function collectingWindow(
  edition: BulletinEdition,
  now: number,
): { day: Day; closesAt: number } | null {
  for (const day of daysOf(edition)) {
    const { opensAt, closesAt } = bulletinWindow(edition, day);
    if (now >= opensAt && now < closesAt) return { day, closesAt };
  }
  return null;
}
