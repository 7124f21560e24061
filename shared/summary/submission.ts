import type { Edition } from '../week/edition';
import { addDays, instantOf, type Day } from '../ground/guangdong-time';
import { cityDeadlineOf } from '../week/city-deadline';
import { z } from '../zod';

/** Whom a version is submitted to: a city's to the province, the province's to the ministry (报省、报部). */
export const recipient = z.enum(['province', 'ministry']);
export type Recipient = z.infer<typeof recipient>;

/** 未报, 已报, 迟报, 退回: how a summary that is owed stands. */
export const submissionStanding = z.enum(['none', 'submitted', 'late', 'returned']);
export type SubmissionStanding = z.infer<typeof submissionStanding>;

type Deadlines = Pick<Edition, 'cityDeadline' | 'provinceDeadline' | 'cityExtensions'>;

function endOf(day: Day): number {
  return instantOf(addDays(day, 1), '00:00') - 1;
}

/**
 * The last millisecond at which a submission is on time: the end of the edition's day in Guangdong.
 * 粤中小企函〔2018〕34号 section 五 sets the province's, 工企业函〔2018〕467号 the ministry's.
 *
 * @example dueAt(edition2018, 'province') // 2018-10-15 23:59:59.999, Guangdong
 */
export function dueAt({ cityDeadline, provinceDeadline }: Deadlines, to: Recipient): number {
  return endOf(to === 'province' ? cityDeadline : provinceDeadline);
}

/** The same for a city's own submission to the province, which may have been given a later day (延期). */
export function cityDueAt(edition: Deadlines, city: string): number {
  return endOf(cityDeadlineOf(edition, city));
}

/** Whether a submission first received at an instant is late (迟报). It is taken all the same; `city` is whose it is, null for the province's. */
export function isLate(edition: Deadlines, city: string | null, firstReceivedAt: number): boolean {
  return firstReceivedAt > (city === null ? dueAt(edition, 'ministry') : cityDueAt(edition, city));
}

/** How a scope stands by its last submission. Being returned makes none late: the first receipt keeps its time. */
export function submissionStandingOf(
  last: { returned: object | null; isLate: boolean } | null,
): SubmissionStanding {
  if (last === null) return 'none';
  if (last.returned !== null) return 'returned';
  return last.isLate ? 'late' : 'submitted';
}
