import { refuse } from '#shared/refusal/errors';
import { returnSubmission } from '#shared/contract/summary/return-submission';
import { onDecidedWrite } from '../../entry/handler';
import { holdGuard } from '../../store/guards';
import { findSubmission, gatherSubmission, replaceSubmission } from '../../store/summary/submissions';
import { requireOpenEdition } from '../../store/edition/editions';

export const returnSubmissionHandler = onDecidedWrite(returnSubmission, {
  gather: async ({ submissionId }, { database }) =>
    gatherSubmission(database, await findSubmission(database, submissionId)),
  run: async ({ submissionId, reason }, { now, transaction }, { guard, last }) => {
    const submission = await findSubmission(transaction, submissionId);
    await requireOpenEdition(transaction, submission.editionId);
    if (submission.to !== 'province') throw refuse('FORBIDDEN', {});
    if (last?.id !== submissionId) throw refuse('FROZEN', { state: 'replaced' });
    if (submission.returned !== null) throw refuse('FROZEN', { state: 'returned' });
    await holdGuard(transaction, guard);
    const returned = { ...submission, returned: { at: now, reason } };
    await replaceSubmission(transaction, returned);
    return returned;
  },
});
