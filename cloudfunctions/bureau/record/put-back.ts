import { putBack } from '#shared/contract/record/put-back';
import { putBackRecord } from '#shared/record/release';
import { onWrite } from '../../entry/handler';
import { findRecord, keepRecord } from '../../store/record/records';
import { tell } from '../../work/notice/tell';
import { stepBy } from '../../work/record/step-by';

export const putBackHandler = onWrite(
  putBack,
  async ({ kind, id, reason }, { caller, now, transaction, newId }) => {
    const before = await findRecord(transaction, kind, id);
    const taken = stepBy(caller.actingOn(before), now);
    const { unitId, name } = await keepRecord(transaction, kind, putBackRecord(before, reason, taken));
    const about = { kind, id, name };
    await tell(transaction, { to: { unitId }, kind: 'put-back', about, note: reason, event: newId, now });
    return { kind, id };
  },
);
