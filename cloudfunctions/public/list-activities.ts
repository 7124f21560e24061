import { listActivities } from '#shared/contract/public/list-activities';
import { daysOf } from '#shared/week/edition';
import { onRead } from '../entry/handler';
import { countListed, listedActivities } from '../store/record/activities';
import { editionAsked } from '../work/edition/asked-edition';

const pageSize = 20;

export const listActivitiesHandler = onRead(
  listActivities,
  async ({ editionId, day, after }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const [counted, page] = await Promise.all([
      countListed(database, edition.id, daysOf(edition)),
      listedActivities(database, { editionId: edition.id, day, after, size: pageSize }),
    ]);
    return { ...counted, activities: page.records, next: page.next };
  },
);
