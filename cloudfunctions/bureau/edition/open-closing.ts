import { openClosing } from '#shared/contract/edition/open-closing';
import { wantsReason } from '#shared/week/closing';
import { onRead } from '../../entry/handler';
import { editionView, findEdition } from '../../store/edition/editions';
import { gatherStillOpen } from '../../work/edition/gather-still-open';

export const openClosingHandler = onRead(openClosing, async ({ id }, { now, database }) => {
  const edition = await findEdition(database, id);
  const stillOpen = await gatherStillOpen(database, edition, now);
  return { edition: await editionView(database, edition), stillOpen, wantsReason: wantsReason(stillOpen) };
});
