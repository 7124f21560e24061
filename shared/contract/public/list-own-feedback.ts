import { feedback } from '../../feedback/feedback';
import { z } from '../../zod';
import { action } from '../action';

/** What the person wrote and what was answered (我的意见建议), the latest first. */
export const listOwnFeedback = action('listOwnFeedback', {
  request: z.strictObject({}),
  reply: z.object({ feedback: z.array(feedback) }),
});
