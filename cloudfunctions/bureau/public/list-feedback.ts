import { pageOf } from '../../store/page';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { onRead } from '../../entry/handler';
import { feedbackOfEdition } from '../../store/public/feedback';
import { editionAsked } from '../../work/edition/asked-edition';
import { currentEditionId } from '../../store/edition/deployment';

const pageSize = 20;

export const listFeedbackHandler = onRead(
  listFeedback,
  async ({ editionId: asked, isAnswered, before }, { caller, database }) => {
    const editionId = asked ?? (await currentEditionId(database));
    if (editionId !== null) await editionAsked(caller, database, editionId);
    const found = await feedbackOfEdition(database, { editionId, isAnswered, before, size: pageSize + 1 });
    const { page, next } = pageOf(found, pageSize, ({ at }) => at);
    return { feedback: page, next };
  },
);
