import { z } from '../zod';
import { addDays, day, instantOf, type Day } from '../ground/guangdong-time';
import { jurisdiction } from '../ground/region';
import { bulletinWindow } from '../week/bulletin-window';
import type { Edition } from '../week/edition';
import { author } from './record';

/** A day of the edition, or the week as a whole: what a nil report is about. */
export const nilSpan = z.union([day, z.literal('week')]);
export type NilSpan = z.infer<typeof nilSpan>;

/** Whose nil report it is: a unit's own, or a city's for all of its units. */
export const nilScope = z.enum(['unit', 'city']);
export type NilScope = z.infer<typeof nilScope>;

/** A nil report (零报告): a unit states that it, or its city, has nothing for a day or for the week. */
export const nilReport = z.object({
  id: z.string(),
  editionId: z.string(),
  scope: nilScope,
  /** The unit's id, or the city's name. */
  subject: z.string(),
  span: nilSpan,
  /** The unit that states it by its name. */
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  /** When it was first stated, since it was last taken back. */
  statedAt: z.int(),
  withdrawn: z.boolean(),
  /** Its statements that were taken back, the earliest first: what stood at a cut-off is known by them. */
  earlier: z.array(z.object({ statedAt: z.int(), withdrawnAt: z.int() })),
  /** The reviewer who stated it by the unit's word on the telephone (据电话答复); absent where the unit stated it itself. */
  enteredBy: author.optional(),
});
export type NilReport = z.infer<typeof nilReport>;

/** Nobody changes their mind more often and means it. */
const mostEarlier = 30;

/** What identifies a nil report: one of a unit or city for a span, however often it is stated. */
export function nilReportKey(of: Pick<NilReport, 'editionId' | 'scope' | 'subject' | 'span'>): string {
  return `${of.editionId} ${of.scope} ${of.subject} ${of.span}`;
}

/** A nil report that is stated: as it is while it stands, whoever repeats it; first stated now when it did not. */
export function stateAgain(
  kept: NilReport | null,
  stated: Omit<NilReport, 'withdrawn' | 'earlier'>,
): NilReport {
  if (kept !== null && !kept.withdrawn) return kept;
  return { ...stated, withdrawn: false, earlier: kept?.earlier ?? [] };
}

/** A nil report that is taken back. */
export function takeBack(kept: NilReport, now: number): NilReport {
  const earlier = [...kept.earlier, { statedAt: kept.statedAt, withdrawnAt: now }].slice(-mostEarlier);
  return { ...kept, withdrawn: true, earlier };
}

/** Whether a nil report stood just before an instant. */
export function stoodBefore(
  { statedAt, withdrawn, earlier }: Pick<NilReport, 'statedAt' | 'withdrawn' | 'earlier'>,
  instant: number,
): boolean {
  if (!withdrawn && statedAt < instant) return true;
  return earlier.some((each) => each.statedAt < instant && each.withdrawnAt >= instant);
}

/** Whether a nil report covers a span: one for the week covers each of its days, those of all days do not make the week's. */
export function coversSpan(stated: NilSpan, wanted: NilSpan): boolean {
  return stated === wanted || stated === 'week';
}

/** The spans whose nil reports say something of a span. */
export function spansCovering(wanted: NilSpan): NilSpan[] {
  return wanted === 'week' ? ['week'] : [wanted, 'week'];
}

/** The days, or the week, that a nil report can be stated for in an edition. */
export function isSpanOf(edition: { firstDay: Day; lastDay: Day }, span: NilSpan): boolean {
  return span === 'week' || (span >= edition.firstDay && span <= edition.lastDay);
}

/**
 * Whether anything is owed for a span. 工企函〔2018〕467号 section 四 asks by the day only 如有重要活动: for a day it is, where the
 * edition switched that on; for the week's tables and report always.
 */
export function isOwed({ dailyNil }: Pick<Edition, 'dailyNil'>, span: NilSpan): boolean {
  return span === 'week' || dailyNil.on;
}

/** 未报, 零报告 or 有内容: three different facts, of a span for which something is owed. */
export const reportingStatus = z.enum(['not-reported', 'nil', 'has-content']);
export type ReportingStatus = z.infer<typeof reportingStatus>;

/** How a unit or city stands for a span (报送情况), with the time of its first word. */
export const spanStanding = z.object({
  /** `none-owed` (—): a day for which nothing is owed and nothing came. */
  status: z.enum([...reportingStatus.options, 'none-owed']),
  /** When the first content was received, or the nil report first stated; null while nothing was. */
  at: z.int().nullable(),
  /** 补报: later than the day's cut-off, or the day by which the week is reported; otherwise 按时. Null with `at`. */
  isLate: z.boolean().nullable(),
});
export type SpanStanding = z.infer<typeof spanStanding>;

type Deadlines = Pick<Edition, 'firstDay' | 'lastDay' | 'opensAt' | 'cutOff' | 'cityDeadline'>;

/** From when on what is said of a span is late (补报): the day's cut-off, or the end of the day by which the province is told. */
export function lateFrom(edition: Deadlines, span: NilSpan): number {
  return span === 'week'
    ? instantOf(addDays(edition.cityDeadline, 1), '00:00')
    : bulletinWindow(edition, span).closesAt;
}

/**
 * How a unit or city stands for the week, or for a day for which something is owed. Content makes a nil report past, whichever
 * came first.
 *
 * @example reportingStatusOf({ hasContent: false, statedNil: true }) // 'nil'
 */
export function reportingStatusOf({
  hasContent,
  statedNil,
}: {
  hasContent: boolean;
  statedNil: boolean;
}): ReportingStatus {
  if (hasContent) return 'has-content';
  return statedNil ? 'nil' : 'not-reported';
}

/** How a unit or city stands for a span, from when its first content and its first nil report came; null where none did. */
export function spanStandingOf(
  edition: Deadlines & Pick<Edition, 'dailyNil'>,
  span: NilSpan,
  { contentAt, nilAt }: { contentAt: number | null; nilAt: number | null },
): SpanStanding {
  const owed = isOwed(edition, span);
  if (contentAt === null && !owed) return { status: 'none-owed', at: null, isLate: null };
  const at = contentAt ?? nilAt;
  return {
    status: reportingStatusOf({ hasContent: contentAt !== null, statedNil: nilAt !== null }),
    at,
    isLate: at === null ? null : at >= lateFrom(edition, span),
  };
}
