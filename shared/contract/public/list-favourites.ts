import { z } from '../../zod';
import { action } from '../action';
import { activityCard } from '../record/activity-views';

/** The person's favourites (我的收藏) that the public still sees, with whether a reminder waits for each. */
export const listFavourites = action('listFavourites', {
  request: z.strictObject({}),
  reply: z.object({
    activities: z.array(activityCard.extend({ isReminded: z.boolean() })),
    /** Favourites that are no longer shown: withdrawn, returned or closed to the public. */
    gone: z.int(),
  }),
});
