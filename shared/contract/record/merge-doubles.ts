import { headcount } from '../../record/activity';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { steppedRecord } from './record-reference';

const revisionOf = z.strictObject({ id: recordId, revision: z.int().min(1) });

/**
 * Merges two records of one event (合并): the one that stays gets the other's hosts as co-hosts; the other is kept, told
 * under it, and counted once. CONFLICT when either changed since it was read; FROZEN when one is returned, withdrawn, or
 * part of another merge that this one would tear.
 */
export const mergeDoubles = action('mergeDoubles', {
  request: z.strictObject({
    stays: revisionOf,
    other: revisionOf,
    /** The headcount both reports give together; null for that of the one that stays. */
    headcount: headcount.nullable(),
  }),
  reply: z.object({ id: z.string(), stays: steppedRecord, other: steppedRecord }),
});
