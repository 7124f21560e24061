import dayjs from 'dayjs';
import utc from 'dayjs/plugin/utc';
import { z } from '../zod';

dayjs.extend(utc);

/** Guangdong keeps UTC+8 all year; `Intl` and named zones are wrong on some phones, so the offset is fixed. */
const offset = '+08:00';
const offsetInMinutes = 480;
const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'] as const;

/** A calendar day in Guangdong (日期), `YYYY-MM-DD`. */
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine((text) => dayjs.utc(text).format('YYYY-MM-DD') === text);
export type Day = z.infer<typeof day>;

/** A time of day in Guangdong (时刻), `HH:mm`. */
export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
export type TimeOfDay = z.infer<typeof timeOfDay>;

function inGuangdong(instant: number): dayjs.Dayjs {
  return dayjs.utc(instant).utcOffset(offsetInMinutes);
}

/**
 * The instant, in UTC milliseconds, of a time on a day in Guangdong.
 *
 * @example instantOf('2018-10-10', '16:00') // 1539158400000, 2018-10-10T08:00:00Z
 */
export function instantOf(onDay: Day, time: TimeOfDay): number {
  return dayjs(`${onDay}T${time}:00${offset}`).valueOf();
}

/**
 * The day it is in Guangdong at an instant.
 *
 * @example dayOf(Date.UTC(2018, 9, 9, 16)) // '2018-10-10'
 */
export function dayOf(instant: number): Day {
  return inGuangdong(instant).format('YYYY-MM-DD');
}

/** The time of day in Guangdong at an instant, to the minute: `15:40`. */
export function timeOf(instant: number): TimeOfDay {
  return inGuangdong(instant).format('HH:mm');
}

/** The time of day in Guangdong at an instant, to the second: `15:59:59`. */
export function timeWithSecondsOf(instant: number): string {
  return inGuangdong(instant).format('HH:mm:ss');
}

/**
 * The day some days later, or earlier for a negative count.
 *
 * @example addDays('2018-10-15', 1) // '2018-10-16'
 */
export function addDays(to: Day, count: number): Day {
  return dayjs.utc(to).add(count, 'day').format('YYYY-MM-DD');
}

/** Every day from the first to the last, both included; none when the last is before the first. */
export function eachDay(first: Day, last: Day): Day[] {
  const days: Day[] = [];
  for (let current = first; current <= last; current = addDays(current, 1)) days.push(current);
  return days;
}

/**
 * A day as people write it.
 *
 * @example describeDay('2018-10-09') // '10月9日'
 */
export function describeDay(which: Day): string {
  return dayjs.utc(which).format('M月D日');
}

/** The weekday of a day: `周二`. */
export function weekdayOf(which: Day): string {
  return weekdays[dayjs.utc(which).day()];
}

/**
 * A moment as a message's time field takes it; the day alone where nobody gave a time.
 *
 * @example describeMoment('2018-10-10', '16:00') // '2018年10月10日 16:00'
 */
export function describeMoment(onDay: Day, time: TimeOfDay | null): string {
  const text = dayjs.utc(onDay).format('YYYY年M月D日');
  return time === null ? text : `${text} ${time}`;
}
