import { jurisdiction } from '../ground/region';
import { z } from '../zod';

/** What the check before a compilation may find (核对问题). It warns and never blocks. */
const findingKind = z.enum([
  /** A cell of the form would stay empty: 有空格. */
  'empty-cell',
  /** 出台时间 is known to its month or year only. */
  'date-not-exact',
  /** Far from what the same was last time: 人数与上届相差大. */
  'headcount-far',
  /** More people than the venue takes: 人数超过容量. */
  'over-capacity',
  /** Announced and held, and no headcount: 未报人数. */
  'not-reported',
  /** 待审核. */
  'waiting',
  /** Given back, and not reported again: 退回未改. */
  'returned',
  /** Changed after it was accepted, and not looked at: 通过后改动. */
  'changed',
  /** Likely the same event as another record: 像是同一场. */
  'double',
  /** A unit of which nothing came, not even a nil report: 未报. */
  'silent-unit',
]);
export type FindingKind = z.infer<typeof findingKind>;

/** How a finding is mended (处理办法). */
const findingMend = z.enum([
  /** Change the record: 改正. */
  'correct',
  /** Let the unit report it: 补报. */
  'report',
  /** Review it: 审核. */
  'review',
  /** Let the unit answer the return: 改后重报. */
  'answer-return',
  /** Look at what was changed: 核对改动. */
  'look-at-change',
  /** Compare the two, and merge or keep them apart: 比对. */
  'compare',
  /** Ask the unit for records or a nil report: 催报. */
  'ask-unit',
]);
export type FindingMend = z.infer<typeof findingMend>;

/** One thing that a clerk would send back, and how to mend it. Every one may also be stated as it is (据实说明). */
export const finding = z.object({
  kind: findingKind,
  what: z.enum(['activity', 'policy', 'unit']),
  id: z.string(),
  /** The record's revision the finding is about; null of a unit. */
  revision: z.int().nullable(),
  name: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  /** The field it is about, or of a likely double the other record's id; empty when it is about the whole. */
  field: z.string(),
  /** The headcount found, and what it was held against. */
  count: z.int().nullable(),
  against: z.int().nullable(),
  /** The other record of a likely double, or the earlier one a headcount was held against. */
  other: z.object({ id: z.string(), name: z.string() }).nullable(),
  mend: findingMend,
});
export type Finding = z.infer<typeof finding>;

/** What of a finding says which one it is: stated once, it stays stated while its record stays as it is. */
export const findingKey = z.strictObject({
  kind: findingKind,
  what: z.enum(['activity', 'policy', 'unit']),
  id: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/),
  field: z.string().max(64),
});
export type FindingKey = z.infer<typeof findingKey>;
