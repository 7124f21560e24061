import { z } from '../zod';
import { day, type Day } from '../ground/guangdong-time';
import { jurisdiction } from '../ground/region';
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
  statedAt: z.int(),
  withdrawn: z.boolean(),
  /** The reviewer who stated it by the unit's word on the telephone (据电话答复); absent where the unit stated it itself. */
  enteredBy: author.optional(),
});
export type NilReport = z.infer<typeof nilReport>;

/** What identifies a nil report: one of a unit or city for a span, however often it is stated. */
export function nilReportKey(of: Pick<NilReport, 'editionId' | 'scope' | 'subject' | 'span'>): string {
  return `${of.editionId} ${of.scope} ${of.subject} ${of.span}`;
}

/** 未报, 零报告 or 有内容: three different facts. */
export const reportingStatus = z.enum(['not-reported', 'nil', 'has-content']);
export type ReportingStatus = z.infer<typeof reportingStatus>;

/**
 * How a unit or city stands for a span (报送情况). Content makes a nil report past, whichever came first.
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
