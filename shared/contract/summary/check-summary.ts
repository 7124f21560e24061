import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { summaryScope } from '../../summary/summary-scope';
import { action } from '../action';
import { askedScope, statedFinding } from './summary-views';

/** Lists what a clerk would send back (汇总前核对), some hundred records a call: the next begins at `next`. It blocks nothing. */
export const checkSummary = action('checkSummary', {
  request: z.strictObject({
    editionId: askedEdition,
    scope: askedScope,
    after: z.string().max(100).nullable(),
  }),
  reply: z.object({
    scope: summaryScope,
    scopeName: z.string(),
    /** How many records this call looked at. */
    checked: z.int(),
    findings: z.array(statedFinding),
    next: z.string().nullable(),
  }),
});
