import { hourMs } from '../ground/durations';
import type { Activity } from '../record/activity';
import { instantOf } from '../ground/guangdong-time';

/** When a person is reminded of an activity (活动提醒): an hour before it starts, at eight in the morning where nobody gave a time. */
export function remindAt({ firstDay, startTime }: Pick<Activity, 'firstDay' | 'startTime'>): number {
  return startTime === null ? instantOf(firstDay, '08:00') : instantOf(firstDay, startTime) - hourMs;
}
