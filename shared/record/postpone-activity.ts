import { describeMoment, instantOf } from '../ground/guangdong-time';
import type { Activity } from './activity';

type Times = Pick<Activity, 'firstDay' | 'lastDay' | 'startTime' | 'endTime'>;

function isSameTime(one: Times, other: Times): boolean {
  return (
    one.firstDay === other.firstDay &&
    one.lastDay === other.lastDay &&
    one.startTime === other.startTime &&
    one.endTime === other.endTime
  );
}

/**
 * What the public read first of when an activity was to be held, after its unit changes that (改期): null while nothing was put off, and
 * when it is held as it was first said after all. What had begun already is not put off: another time is a correction of what was typed.
 *
 * @example 10-12 09:00, listed, changed on 10-11 to 10-13 09:00 // { firstDay: '2018-10-12', … }
 */
export function postponedFrom(
  before: Times & Pick<Activity, 'listed' | 'postponedFrom'>,
  after: Times,
  now: number,
): Activity['postponedFrom'] {
  const { firstDay, lastDay, startTime, endTime } = before.postponedFrom ?? before;
  const first = { firstDay, lastDay, startTime, endTime };
  if (before.postponedFrom === null) {
    const hadBegun = now >= instantOf(before.firstDay, before.startTime ?? '00:00');
    if (!before.listed || hadBegun) return null;
  }
  return isSameTime(first, after) ? null : first;
}

/**
 * What was and what is, in words.
 *
 * @example from 10-12 09:00 to 10-13 14:00 // '由2018年10月12日 09:00改为2018年10月13日 14:00'
 */
export function describePostponed(was: Times, is: Times): string {
  const begins = ({ firstDay, startTime }: Times) => describeMoment(firstDay, startTime);
  return `由${begins(was)}改为${begins(is)}`;
}
