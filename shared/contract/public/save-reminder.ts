import { z } from '../../zod';
import { action } from '../action';
import { recordId } from './read-activity';

/**
 * Keeps what the person answered when WeChat asked whether it may remind them of an activity (活动提醒). A yes is saved up for
 * one message; a no is kept as nothing and changes nothing else. DEADLINE_PASSED is never an answer: what has begun is not reminded of.
 */
export const saveReminder = action('saveReminder', {
  request: z.strictObject({ activityId: recordId, isAccepted: z.boolean() }),
  reply: z.object({
    /** When the message will come; null when there will be none. */
    remindAt: z.int().nullable(),
  }),
});
