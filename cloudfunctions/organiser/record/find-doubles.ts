import { findDoubles } from '#shared/contract/record/find-doubles';
import { reportableDays } from '#shared/week/bulletin-window';
import { onRead } from '../../entry/handler';
import { findLikeActivities } from '../../work/record/find-like-activities';
import { editionAsked } from '../../work/edition/asked-edition';
import { findRecordIfAny } from '../../store/record/records';

/** More than a person looks at before he goes on. */
const mostShown = 5;

export const findDoublesHandler = onRead(
  findDoubles,
  async ({ editionId: year, id, activity }, { caller, database }) => {
    const own = id === null ? null : await findRecordIfAny(database, 'activity', id);
    const edition = await editionAsked(caller, database, own?.editionId ?? year);
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
  },
);
