import { openWorkbench } from '#shared/contract/open-workbench';
import { collectingWindow } from '#shared/week/bulletin-window';
import { onRead } from '../entry/handler';
import { activitiesOfUnit } from '../store/activities';
import { currentEdition } from '../store/editions';

const pageSize = 20;

export const openWorkbenchHandler = onRead(openWorkbench, async ({ after }, { caller, now, database }) => {
  const edition = await currentEdition(database);
  const { unitId, unitName } = caller.acting();
  const page = await activitiesOfUnit(database, { editionId: edition.id, unitId, after, size: pageSize });
  return {
    unit: { id: unitId, name: unitName },
    edition,
    collecting: collectingWindow(edition, now),
    ...page,
  };
});
