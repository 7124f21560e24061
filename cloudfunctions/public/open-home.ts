import { openHome } from '#shared/contract/public/open-home';
import { daysOf, nearestDayOf } from '#shared/week/edition';
import { dayOf } from '#shared/ground/guangdong-time';
import { onRead } from '../entry/handler';
import { countListed, listedActivities } from '../store/record/activities';
import { editionAsked } from '../work/edition/asked-edition';

/** As many as a first screen can use; the day's list has the rest. */
const shownToday = 6;

export const openHomeHandler = onRead(openHome, async ({ editionId }, { caller, now, database }) => {
  const edition = await editionAsked(caller, database, editionId);
  const today = dayOf(now);
  const day = nearestDayOf(edition, today);
  const [{ days, total }, page] = await Promise.all([
    countListed(database, edition.id, daysOf(edition)),
    listedActivities(database, { editionId: edition.id, day, after: null, size: shownToday }),
  ]);
  return {
    edition,
    day,
    isToday: day === today,
    days,
    total,
    today: page.records,
    roles: [...new Set(caller.memberships.map(({ role }) => role))],
  };
});
