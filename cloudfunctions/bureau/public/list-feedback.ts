import { pageOf } from '../../store/page';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { onRead } from '../../entry/handler';
import { currentEdition } from '../../store/edition/editions';
import { feedbackOfEdition } from '../../store/public/feedback';

const pageSize = 20;

export const listFeedbackHandler = onRead(listFeedback, async ({ isAnswered, before }, { database }) => {
  const { id: editionId } = await currentEdition(database);
  const found = await feedbackOfEdition(database, { editionId, isAnswered, before, size: pageSize + 1 });
  const { page, next } = pageOf(found, pageSize, ({ at }) => at);
  return { feedback: page, next };
});
