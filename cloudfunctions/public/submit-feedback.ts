import { dayMs } from '#shared/ground/durations';
import { refuse } from '#shared/refusal/errors';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { onPreparedWrite } from '../entry/handler';
import { checkText } from '../platform/content-check';
import { currentEdition } from '../store/edition/editions';
import { insertFeedback } from '../store/public/feedback';
import { countAttempt } from '../store/rate-limits';

export const submitFeedbackHandler = onPreparedWrite(
  submitFeedback,
  async ({ text }, { caller, now }) => {
    await countAttempt({ purpose: 'feedback', openid: caller.openid, most: 5, perMs: dayMs, now });
    // Nobody but staff reads it, so that one that waits for its check need not wait here.
    if ((await checkText(caller.openid, [text])) === 'rejected')
      throw refuse('CONTENT_REJECTED', { field: 'text' });
  },
  async ({ text, page }, { caller, now, transaction, newId }) => {
    const { id: editionId } = await currentEdition(transaction);
    const written = { id: newId, editionId, text, page, at: now, updatedAt: now, revision: 1 };
    await insertFeedback(transaction, { ...written, answer: null, isAnswered: false }, caller.openid);
    return { id: newId };
  },
);
