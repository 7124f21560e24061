import { listToRelease } from '#shared/contract/record/list-to-release';
import { onRead } from '../../entry/handler';
import { editionAsked } from '../../work/edition/asked-edition';
import { activitiesToRelease } from '../../store/record/activities';
import { cityOf, reviewScopeOf } from '../../work/people/review-scope';

const pageSize = 10;

export const listToReleaseHandler = onRead(
  listToRelease,
  async ({ after, editionId }, { caller, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const city = cityOf(reviewScopeOf(caller));
    const page = await activitiesToRelease(database, { editionId: edition.id, city, after, size: pageSize });
    return { activities: page.records, next: page.next };
  },
);
