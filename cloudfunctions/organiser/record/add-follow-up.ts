import { addFollowUp } from '#shared/contract/record/add-follow-up';
import { refuse } from '#shared/refusal/errors';
import { mostFollowUps } from '#shared/record/showcase';
import { onWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { findRecord, keepRecord } from '../../store/record/records';

export const addFollowUpHandler = onWrite(addFollowUp, async (input, { caller, now, transaction, newId }) => {
  const before = await findRecord(transaction, 'showcase', input.id);
  const { by } = stepBy(caller.actingOn(before), now);
  if (before.state === 'withdrawn') throw refuse('FROZEN', { state: before.state });
  if (before.followUps.length >= mostFollowUps) throw refuse('FROZEN', { state: 'full' });
  const followUp = { id: newId, ...input.followUp, addedAt: now, addedBy: by.unitName };
  // What is only added disturbs nobody who has the record open: it is no new revision.
  await keepRecord(transaction, 'showcase', {
    ...before,
    followUps: [...before.followUps, followUp],
    lastChange: { by, reason: '' },
  });
  return { followUp };
});
