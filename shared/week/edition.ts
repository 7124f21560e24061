import { z } from '../zod';
import { day, eachDay, timeOfDay, type Day } from './guangdong-time';

/**
 * One week of one year (一届活动周). All of it is data: next year is a new row, not a release.
 * 工企函〔2018〕467号 sets the days, the cut-off and the ministry's day; 粤中小企函〔2018〕34号 section 五 the province's.
 */
export const edition = z.object({
  /** The year, which is also how people name the edition. */
  id: z.string().regex(/^\d{4}$/),
  title: z.string(),
  /** Empty when none was announced. */
  theme: z.string(),
  firstDay: day,
  lastDay: day,
  /** When the first day's bulletin window opens, UTC milliseconds. */
  opensAt: z.int(),
  /** Daily cut-off (截止时间): a report at this very minute is late. */
  cutOff: timeOfDay,
  /** The day by which cities and units report to the province. */
  cityDeadline: day,
  /** The day by which the province reports to the ministry. */
  provinceDeadline: day,
  /** Where the bulletin goes (简报邮箱). */
  bulletinMailbox: z.email(),
});
export type Edition = z.infer<typeof edition>;

/** The days of the week, in order. */
export function daysOf({ firstDay, lastDay }: Pick<Edition, 'firstDay' | 'lastDay'>): Day[] {
  return eachDay(firstDay, lastDay);
}

/** The day of the week that is nearest to a day: itself inside the week, else the first or the last. */
export function nearestDayOf({ firstDay, lastDay }: Pick<Edition, 'firstDay' | 'lastDay'>, to: Day): Day {
  if (to < firstDay) return firstDay;
  return to > lastDay ? lastDay : to;
}
