import { city } from '../ground/region';
import { line } from '../ground/typed-text';
import { z } from '../zod';
import { day, eachDay, timeOfDay, type Day } from '../ground/guangdong-time';

/** 筹备: only the bureau sees it. 进行: records come in. 归档: it is read and no longer changed. */
const editionState = z.enum(['preparing', 'open', 'closed']);

/** The year, which is also how people name the edition. */
export const editionId = z.string().regex(/^20\d{2}$/);

/** Which edition a request is about (哪一届): null, or nothing, for the one that is on. */
export const askedEdition = editionId.nullable().default(null);

const name = line.min(1).max(20);

/** A body as it is named (机构名称): in full, and as people say it. */
const bodyName = z.strictObject({ full: line.min(2).max(40), short: line.min(2).max(20) });

/** A later day that a city was given for its summary (地市延期), and why. */
const cityExtension = z.strictObject({ city, day, reason: line.min(2).max(100) });

/** What the bureau's staff set of an edition; everything the week is run by. */
export const editionFields = z.strictObject({
  title: line.min(4).max(60),
  /** Empty when none was announced. */
  theme: line.max(60),
  firstDay: day,
  lastDay: day,
  /** When the first day's bulletin window opens, UTC milliseconds. */
  opensAt: z.int().min(0),
  /** Daily cut-off (截止时间): a report at this very minute is late. */
  cutOff: timeOfDay,
  /** The day by which cities and units report to the province. */
  cityDeadline: day,
  /** The day by which the province reports to the ministry. */
  provinceDeadline: day,
  /** Where the bulletin goes (简报邮箱). */
  bulletinMailbox: z.email().max(100),
  /** Where the province's summary goes (部邮箱). */
  summaryMailbox: z.email().max(100),
  /** Where cities write to the province (省局邮箱). */
  provinceMailbox: z.email().max(100),
  /** Series of activities that run through the week (系列活动): 中博会、创客中国、创客广东. */
  series: z.array(name).max(20),
  /**
   * Whether a nil report is asked for by the day (当日零报告), and why. 工企函〔2018〕467号 section 四 asks for a day's activities only
   * where there are any (如有重要活动): it is off unless there is a reason.
   */
  dailyNil: z.strictObject({ on: z.boolean(), reason: line.max(200) }),
  /** The cities that take part (地市), in the order lists show them. */
  cities: z.array(city).min(1).max(40),
  /** Of these, the cities that report to the ministry themselves (单独报部): 计划单列市, whom 工企函〔2018〕467号 addresses directly. */
  reportsAlone: z.array(city).max(40),
  /** The bodies that papers name (机构名称): 省局, 省服务中心, 中博会事务局, 促进会. */
  bodies: z.strictObject({
    bureau: bodyName,
    serviceCenter: bodyName,
    fairOffice: bodyName,
    association: bodyName,
  }),
  /** What the province's daily paper is called (每日信息). */
  paperTitle: line.min(2).max(20),
});
export type EditionFields = z.infer<typeof editionFields>;

/**
 * One week of one year (一届活动周). All of it is data: next year is a new row, not a release.
 * 工企函〔2018〕467号 sets the days, the cut-off and the ministry's day; 粤中小企函〔2018〕34号 section 五 the province's.
 */
export const keptEdition = z.object({
  id: editionId,
  ...editionFields.shape,
  /** Given one by one, with `extendCityDeadline`. */
  cityExtensions: z.array(cityExtension),
  state: editionState,
  /** When it was closed, and why although something was still open (归档说明); null while it is not. */
  closing: z.object({ at: z.int(), reason: z.string() }).nullable(),
  revision: z.int().min(1),
  createdAt: z.int(),
  updatedAt: z.int(),
});
export type Edition = z.infer<typeof keptEdition>;

/** An edition as it is shown, with whether it is the one that is on (本届): exactly one is. */
export const editionView = keptEdition.extend({ current: z.boolean() });
export type EditionView = z.infer<typeof editionView>;

/** What staff set of an edition, without what the cloud keeps beside it: what a new one may begin with. */
export function fieldsOf(from: Edition): EditionFields {
  const names = Object.keys(editionFields.shape) as (keyof EditionFields)[];
  return Object.fromEntries(names.map((field) => [field, from[field]])) as EditionFields;
}

/** The days of the week, in order. */
export function daysOf({ firstDay, lastDay }: Pick<Edition, 'firstDay' | 'lastDay'>): Day[] {
  return eachDay(firstDay, lastDay);
}

/** The day of the week that is nearest to a day: itself inside the week, else the first or the last. */
export function nearestDayOf({ firstDay, lastDay }: Pick<Edition, 'firstDay' | 'lastDay'>, to: Day): Day {
  if (to < firstDay) return firstDay;
  return to > lastDay ? lastDay : to;
}
