import { openWorkbench } from '#shared/contract/record/open-workbench';
import { collectingWindow } from '#shared/week/bulletin-window';
import { onRead } from '../../entry/handler';
import { activitiesOfUnit } from '../../store/record/activities';
import { waitingOf } from '../../store/record/content-checks';
import { editionAsked } from '../../work/edition/asked-edition';

const pageSize = 20;

export const openWorkbenchHandler = onRead(
  openWorkbench,
  async ({ after, editionId }, { caller, now, database }) => {
    const edition = await editionAsked(caller, database, editionId);
    const { unitId, unitName } = caller.acting();
    const [page, waiting] = await Promise.all([
      activitiesOfUnit(database, { editionId: edition.id, unitId, after, size: pageSize }),
      waitingOf(database, caller.openid, 1),
    ]);
    return {
      unit: { id: unitId, name: unitName },
      edition,
      collecting: collectingWindow(edition, now),
      activities: page.records,
      next: page.next,
      isOwnWaiting: waiting.length > 0,
    };
  },
);
