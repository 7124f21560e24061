import { z } from '../../zod';
import { action } from '../action';
import { activityDetail } from '../record/activity-views';

export const recordId = z.string().regex(/^[0-9a-zA-Z-]{1,64}$/);

/** One activity as the public reads it. NOT_FOUND when it is not, or no longer, for the public. */
export const readActivity = action('readActivity', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ activity: activityDetail }),
});
