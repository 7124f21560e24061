import { headcount } from '../../record/activity';
import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { mergeReason } from './merge-reason';
import { steppedRecord } from './record-reference';

const revisionOf = z.strictObject({ id: recordId, revision: z.int().min(1) });

/**
 * Merges two records of one event, policy or showcase (合并): the other is told together with the one that stays, which speaks for
 * both; each keeps what its own unit stated, and they count once. CONFLICT when either changed since it was read; FROZEN when one is
 * returned, withdrawn, or part of another merge that this one would tear; INVALID_INPUT at `reason` when a closed bulletin is made
 * wrong by it and no reason is given.
 */
export const mergeDoubles = action('mergeDoubles', {
  request: z.strictObject({
    kind: recordKind,
    stays: revisionOf,
    other: revisionOf,
    /** The headcount both reports give together; null for that of the one that stays. */
    headcount: headcount.nullable(),
    reason: mergeReason,
  }),
  reply: z.object({ id: z.string(), kind: recordKind, stays: steppedRecord, other: steppedRecord }),
});
