import { pinRecord as contract } from '#shared/contract/record/pin-record';
import { pinRecord } from '#shared/record/release';
import { onWrite } from '../../entry/handler';
import { findRecord, keepRecord } from '../../store/record/records';
import { stepBy } from '../../work/record/step-by';

export const pinRecordHandler = onWrite(
  contract,
  async ({ kind, id, isPinned }, { caller, now, transaction }) => {
    const before = await findRecord(transaction, kind, id);
    const pinned = pinRecord(before, isPinned, stepBy(caller.actingOn(before), now));
    if (pinned !== before) await keepRecord(transaction, kind, pinned);
    return { kind, id, isPinned };
  },
);
