import { dayMs } from '#shared/ground/durations';
import { refuse } from '#shared/refusal/errors';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { onPreparedWrite } from '../entry/handler';
import { checkText } from '../platform/content-check';
import { insertFeedback, noEdition } from '../store/public/feedback';
import { countAttempt } from '../store/rate-limits';
import { editionAsked } from '../work/edition/asked-edition';
import { currentEditionId } from '../store/edition/deployment';

export const submitFeedbackHandler = onPreparedWrite(
  submitFeedback,
  async ({ text }, { caller, now }) => {
    await countAttempt({ purpose: 'feedback', openid: caller.openid, most: 5, perMs: dayMs, now });
    // Nobody but staff reads it, so that one that waits for its check need not wait here.
    if ((await checkText(caller.openid, [text])) === 'rejected')
      throw refuse('CONTENT_REJECTED', { field: 'text' });
  },
  async ({ editionId: asked, text, page }, { caller, now, transaction, newId }) => {
    const named = asked ?? (await currentEditionId(transaction));
    const editionId = named === null ? noEdition : (await editionAsked(caller, transaction, named)).id;
    const written = { id: newId, editionId, text, page, at: now, updatedAt: now, revision: 1 };
    await insertFeedback(transaction, { ...written, answer: null, isAnswered: false }, caller.openid);
    return { id: newId };
  },
);
