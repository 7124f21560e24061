import { requireRevision } from '#shared/refusal/require-revision';
import { answerFeedback } from '#shared/contract/public/answer-feedback';
import { onWrite } from '../../entry/handler';
import { findFeedback, replaceFeedback } from '../../store/public/feedback';

export const answerFeedbackHandler = onWrite(
  answerFeedback,
  async ({ id, revision, text }, { caller, now, transaction }) => {
    const before = await findFeedback(transaction, id);
    requireRevision(before, revision);
    const { unitName } = caller.acting();
    const feedback = {
      ...before,
      answer: { text, at: now, unitName },
      isAnswered: true,
      revision: revision + 1,
      updatedAt: now,
    };
    await replaceFeedback(transaction, feedback);
    return { feedback };
  },
);
