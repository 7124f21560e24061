import { lookAtChanges as contract } from '#shared/contract/record/look-at-changes';
import { lookAtChanges } from '#shared/record/record-life';
import { onWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { findRevision, keepRecord } from '../../store/record/records';

export const lookAtChangesHandler = onWrite(contract, async (input, { caller, now, transaction }) => {
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  const looked = lookAtChanges(before, stepBy(caller.actingOn(before), now));
  return keepRecord(transaction, input.kind, looked);
});
