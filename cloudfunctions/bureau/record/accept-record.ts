import { acceptRecord as contract } from '#shared/contract/record/accept-record';
import { acceptRecord } from '#shared/record/record-life';
import { onWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { findRevision, keepRecord } from '../../store/record/records';

export const acceptRecordHandler = onWrite(contract, async (input, { caller, now, transaction }) => {
  const { kind } = input;
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  const accepted = acceptRecord(before, stepBy(caller.actingOn(before), now));
  return keepRecord(transaction, kind, accepted);
});
