import { listFavourites } from '#shared/contract/public/list-favourites';
import { onRead } from '../entry/handler';
import { activitiesOfIds } from '../store/record/activities';
import { favouritesOf } from '../store/public/favourites';
import { remindedActivities } from '../store/public/reminders';

export const listFavouritesHandler = onRead(listFavourites, async (_input, { caller, database }) => {
  const [own, reminded] = await Promise.all([
    favouritesOf(database, caller.openid),
    remindedActivities(database, caller.openid),
  ]);
  const found = await activitiesOfIds(
    database,
    own.map(({ activityId }) => activityId),
  );
  const shown = own.flatMap(({ activityId }) => found.get(activityId) ?? []).filter(({ listed }) => listed);
  return {
    activities: shown.map((activity) => ({ ...activity, isReminded: reminded.has(activity.id) })),
    gone: own.length - shown.length,
  };
});
