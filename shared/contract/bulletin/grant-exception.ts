import { bulletinReference } from './bulletin-reference';
import { bulletinException } from '../../bulletin/bulletin-exception';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Lets a named unit report for a day until a time, for a reason (准予补报). A bulletin that was compiled is to be compiled again
 * when the time is over. DEADLINE_PASSED once that day's bulletin is issued, INVALID_INPUT for a time that does not fit.
 */
export const grantException = action('grantException', {
  request: z.strictObject({
    ...bulletinReference,
    unitId: z.string().min(1).max(64),
    /** Up to, and not including, this instant. */
    until: z.int().min(0),
    reason: line.min(2).max(100),
  }),
  reply: z.object({ exception: bulletinException }),
});
