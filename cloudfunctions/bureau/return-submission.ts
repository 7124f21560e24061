import { refuse } from '#shared/contract/errors';
import { returnSubmission } from '#shared/contract/return-submission';
import { onWrite } from '../entry/handler';
import { findSubmission, latestSubmission, replaceSubmission } from '../store/submissions';

export const returnSubmissionHandler = onWrite(
  returnSubmission,
  async ({ submissionId, reason }, { now, transaction }) => {
    const submission = await findSubmission(transaction, submissionId);
    const { editionId, scopeKey, to } = submission;
    if (to !== 'province') throw refuse('FORBIDDEN', {});
    const last = await latestSubmission(transaction, editionId, scopeKey);
    if (last?.id !== submissionId) throw refuse('FROZEN', { state: 'replaced' });
    if (submission.returned !== null) throw refuse('FROZEN', { state: 'returned' });
    const returned = { ...submission, returned: { at: now, reason } };
    await replaceSubmission(transaction, returned);
    return returned;
  },
);
