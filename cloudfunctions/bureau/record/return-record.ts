import { refuse } from '#shared/refusal/errors';
import { returnRecord as contract } from '#shared/contract/record/return-record';
import { typedFields } from '#shared/record/record-kinds';
import { returnRecord } from '#shared/record/record-life';
import { onWrite } from '../../entry/handler';
import { tellJointUnits } from '../../work/notice/tell-joint-units';
import { tellReturn } from '../../work/notice/tell-return';
import { stepBy } from '../../work/record/step-by';
import { findRevision, keepRecord } from '../../store/record/records';

export const returnRecordHandler = onWrite(contract, async (input, { caller, now, transaction }) => {
  const { kind, reason } = input;
  const fields = [...new Set(input.fields)];
  const unknown = input.fields.flatMap((field, index) =>
    typedFields[kind].includes(field)
      ? []
      : [{ field: `fields.${index}`, problem: 'not-a-choice' as const, limit: null }],
  );
  if (unknown.length > 0) throw refuse('INVALID_INPUT', { fields: unknown });
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  const returned = returnRecord(before, { reason, fields }, stepBy(caller.actingOn(before), now));
  const kept = await keepRecord(transaction, kind, returned);
  await tellReturn(transaction, kind, kept, { reason, at: now });
  await tellJointUnits(transaction, kind, before, kept);
  return kept;
});
