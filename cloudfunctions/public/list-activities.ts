import { listActivities } from '#shared/contract/public/list-activities';
import { daysOf } from '#shared/week/edition';
import { onRead } from '../entry/handler';
import { countListed, listedActivities } from '../store/record/activities';
import { currentEdition } from '../store/edition/editions';

const pageSize = 20;

export const listActivitiesHandler = onRead(listActivities, async ({ day, after }, { database }) => {
  const edition = await currentEdition(database);
  const [counted, page] = await Promise.all([
    countListed(database, edition.id, daysOf(edition)),
    listedActivities(database, { editionId: edition.id, day, after, size: pageSize }),
  ]);
  return { ...counted, activities: page.records, next: page.next };
});
