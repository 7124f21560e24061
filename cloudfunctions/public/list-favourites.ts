import { listFavourites } from '#shared/contract/public/list-favourites';
import { onRead } from '../entry/handler';
import { standingOfIds } from '../store/record/activities';
import { favouritesOf } from '../store/public/favourites';
import { remindedActivities } from '../store/public/reminders';

export const listFavouritesHandler = onRead(listFavourites, async (_input, { caller, database }) => {
  const [own, reminded] = await Promise.all([
    favouritesOf(database, caller.openid),
    remindedActivities(database, caller.openid),
  ]);
  const found = await standingOfIds(
    database,
    own.map(({ activityId }) => activityId),
  );
  const shown = own.filter(({ activityId }) => found.has(activityId));
  // Two favourites that are one event by now are shown once.
  const events = new Map(
    shown.flatMap(({ activityId }) => found.get(activityId) ?? []).map((each) => [each.id, each]),
  );
  const remindedOf = new Set(
    shown
      .filter(({ activityId }) => reminded.has(activityId))
      .map(({ activityId }) => found.get(activityId)?.id),
  );
  return {
    activities: [...events.values()].map((activity) => ({
      ...activity,
      isReminded: reminded.has(activity.id) || remindedOf.has(activity.id),
    })),
    gone: own.length - shown.length,
  };
});
