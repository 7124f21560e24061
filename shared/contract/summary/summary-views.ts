import { finding } from '../../summary/finding';
import { recipient } from '../../summary/submission';
import { summaryScope } from '../../summary/summary-scope';
import { summaryTotals } from '../../summary/summary-totals';
import { z } from '../../zod';

export const summaryId = z.string().regex(/^[0-9a-zA-Z-]{1,80}$/);

/** Whose summary is meant; null is the caller's own: the unit's, the city's, the province's. */
export const askedScope = summaryScope.nullable().default(null);

/** What a compiled summary holds, in figures. */
export const summaryHead = z.object({
  id: z.string(),
  version: z.int().min(1),
  compiledAt: z.int(),
  policies: z.int(),
  services: z.int(),
  exhibitions: z.int(),
  /** Sum of the headcounts in 表二 and 表三. */
  headcount: z.int(),
  /** Of the headcount, what hosts estimated. */
  estimated: z.int(),
  /** How many of the activities have no headcount; their cells stay empty. */
  withoutHeadcount: z.int(),
  /** How many records are in no table. */
  leftOut: z.int(),
  checksum: z.string(),
});
export type SummaryHead = z.infer<typeof summaryHead>;

/** How far a compilation is (汇总进度), and the version it made once it is done. */
export const compilation = z.object({
  /** The version it makes: what `continueSummary` goes on with. */
  summaryId: z.string(),
  scope: summaryScope,
  /** Records taken in, of about so many. */
  read: z.int(),
  expected: z.int(),
  /** Null while it goes on. */
  summary: summaryHead.nullable(),
});
export type Compilation = z.infer<typeof compilation>;

/** A submission of a version (报送). */
export const submissionView = z.object({
  id: z.string(),
  to: recipient,
  summaryId: z.string(),
  version: z.int(),
  /** When the scope's first submission came, which decides whether it is late, and when this one did. */
  firstReceivedAt: z.int(),
  receivedAt: z.int(),
  isLate: z.boolean(),
  returned: z.object({ at: z.int(), reason: z.string() }).nullable(),
});
export type SubmissionView = z.infer<typeof submissionView>;

/** A version with its totals and what became of it. */
export const summaryDetail = z.object({
  summary: summaryHead,
  scope: summaryScope,
  scopeName: z.string(),
  totals: summaryTotals,
  submission: submissionView.nullable(),
});

/** A finding with the words somebody stands by, if any. */
export const statedFinding = finding.extend({
  stated: z.object({ note: z.string(), at: z.int() }).nullable(),
});
export type StatedFindingView = z.infer<typeof statedFinding>;
