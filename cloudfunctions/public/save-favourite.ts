import { refuse } from '#shared/refusal/errors';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { onWrite } from '../entry/handler';
import { standingActivity } from '../store/record/activities';
import { keepFavourite, removeFavourite } from '../store/public/favourites';

export const saveFavouriteHandler = onWrite(
  saveFavourite,
  async ({ activityId, isFavourite }, { caller, now, transaction }) => {
    if (isFavourite) {
      const stands = await standingActivity(transaction, activityId);
      if (stands === null) throw refuse('NOT_FOUND', { what: 'activity' });
      const { editionId } = stands;
      await keepFavourite(transaction, { openid: caller.openid, editionId, activityId, at: now });
    } else {
      await removeFavourite(transaction, caller.openid, activityId);
    }
    return { activityId, isFavourite };
  },
);
