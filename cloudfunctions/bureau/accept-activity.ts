import { acceptActivity } from '#shared/contract/accept-activity';
import { refuse } from '#shared/contract/errors';
import { isReadyToAccept, settleActivity } from '#shared/record/activity-life';
import { onWrite } from '../entry/handler';
import { findActivity, replaceActivity, requireRevision } from '../store/activities';
import { currentEdition } from '../store/editions';

export const acceptActivityHandler = onWrite(
  acceptActivity,
  async ({ id, revision }, { caller, now, transaction }) => {
    const edition = await currentEdition(transaction);
    const before = await findActivity(transaction, id);
    caller.require(before);
    requireRevision(before, revision);
    if (!isReadyToAccept(before.state)) throw refuse('FROZEN', { state: before.state });
    const accepted = settleActivity(
      { ...before, revision: revision + 1, updatedAt: now },
      edition,
      'accepted',
    );
    await replaceActivity(transaction, accepted);
    return accepted;
  },
);
