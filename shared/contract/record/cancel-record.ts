import { line } from '../../ground/typed-text';
import { activity } from '../../record/activity';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Calls an activity off (取消活动), by its unit or its reviewer: the public goes on seeing that it is cancelled, and why, until the edition
 * ends; no table counts it, bulletins that are open lose it, the next tells what a closed one printed, and who was to be reminded is
 * told. DEADLINE_PASSED once its last day is over, FROZEN when it was returned, withdrawn or cancelled before.
 */
export const cancelRecord = action('cancelRecord', {
  request: z.strictObject({ id: recordId, revision: z.int().min(1), reason: line.min(2).max(200) }),
  reply: z.object({ activity }),
});
