import { findDoubles } from '#shared/contract/record/find-doubles';
import { reportableDays } from '#shared/week/bulletin-window';
import { onRead } from '../../entry/handler';
import { currentEdition } from '../../store/edition/editions';
import { findLikeActivities } from '../../work/record/find-like-activities';

/** More than a person looks at before he goes on. */
const mostShown = 5;

export const findDoublesHandler = onRead(findDoubles, async ({ id, activity }, { caller, database }) => {
  const edition = await currentEdition(database);
  const { unitId, unitName } = caller.acting();
  const found = await findLikeActivities(database, {
    editionId: edition.id,
    id: id ?? '',
    activity: { ...activity, unitId, unitName },
    days: reportableDays(edition, activity),
  });
  const doubles = found
    .filter(({ candidate }) => candidate.state !== 'returned')
    .slice(0, mostShown)
    .map(({ candidate, likeness }) => ({
      ...candidate,
      isOwn: candidate.unitId === unitId,
      signs: likeness.signs,
    }));
  return { doubles };
});
