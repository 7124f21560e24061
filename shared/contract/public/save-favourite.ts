import { z } from '../../zod';
import { action } from '../action';
import { recordId } from './read-activity';

/** Puts an activity among the person's own favourites (收藏), or takes it out. */
export const saveFavourite = action('saveFavourite', {
  request: z.strictObject({ activityId: recordId, isFavourite: z.boolean() }),
  reply: z.object({ activityId: z.string(), isFavourite: z.boolean() }),
});
