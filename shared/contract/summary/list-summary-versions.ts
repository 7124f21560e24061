import { askedEdition } from '../../week/edition';
import { summaryScope } from '../../summary/summary-scope';
import { z } from '../../zod';
import { action } from '../action';
import { askedScope, submissionView, summaryHead } from './summary-views';

/** The versions compiled for a scope (历次汇总), the latest first, each with its submission. */
export const listSummaryVersions = action('listSummaryVersions', {
  request: z.strictObject({
    editionId: askedEdition,
    scope: askedScope,
    /** Versions before this one; null for the latest. */
    before: z.int().min(1).nullable(),
  }),
  reply: z.object({
    scope: summaryScope,
    scopeName: z.string(),
    versions: z.array(summaryHead.extend({ submission: submissionView.nullable() })),
    next: z.int().nullable(),
  }),
});
