import { z } from '../../zod';
import { action } from '../action';

/**
 * Counts the person as one who came (扫码签到), once an activity however often they scan. Refuses with INVALID_INPUT when the
 * code is not the cloud's or not of the activity's time, with DEADLINE_PASSED when the scan arrives too late.
 */
export const checkIn = action('checkIn', {
  request: z.strictObject({ code: z.string().max(120) }),
  reply: z.object({ activityId: z.string(), name: z.string(), wasCountedBefore: z.boolean() }),
});
