import { refuse } from '#shared/contract/errors';
import { saveFavourite } from '#shared/contract/save-favourite';
import { onWrite } from '../entry/handler';
import { findActivity } from '../store/activities';
import { keepFavourite, removeFavourite } from '../store/favourites';

export const saveFavouriteHandler = onWrite(
  saveFavourite,
  async ({ activityId, isFavourite }, { caller, now, transaction }) => {
    if (isFavourite) {
      const { editionId, listed } = await findActivity(transaction, activityId);
      if (!listed) throw refuse('NOT_FOUND', { what: 'activity' });
      await keepFavourite(transaction, { openid: caller.openid, editionId, activityId, at: now });
    } else {
      await removeFavourite(transaction, caller.openid, activityId);
    }
    return { activityId, isFavourite };
  },
);
