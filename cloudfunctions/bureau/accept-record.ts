import { acceptRecord as contract } from '#shared/contract/accept-record';
import { acceptRecord } from '#shared/record/record-life';
import { onWrite } from '../entry/handler';
import { stepBy } from '../entry/step-by';
import { keepDoublesOf } from '../store/doubles';
import { findRevision, keepRecord } from '../store/records';

export const acceptRecordHandler = onWrite(contract, async (input, { caller, now, transaction }) => {
  const { kind } = input;
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  const accepted = acceptRecord(before, stepBy(caller.actingOn(before), now));
  const kept = await keepRecord(transaction, kind, accepted);
  // Two that were saved at the same moment did not see each other; before anything is summed up they do.
  if ('days' in kept) await keepDoublesOf(transaction, kept, now);
  return kept;
});
