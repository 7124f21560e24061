import { moveRecord as contract } from '#shared/contract/record/move-record';
import { moveRecord } from '#shared/record/move-record';
import { onDecidedWrite } from '../../entry/handler';
import { markForPairing } from '../../store/record/double-marks';
import { findRevision, keepRecord } from '../../store/record/records';
import { findActiveUnit, findUnit } from '../../store/unit/units';
import { tell } from '../../work/notice/tell';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';

export const moveRecordHandler = onDecidedWrite(contract, {
  run: async (input, { caller, now, transaction, newId }) => {
    const { kind, toUnitId, reason } = input;
    const before = await findRevision(transaction, input, (record) => {
      caller.require(record);
    });
    const { id: unitId, name: unitName, city: unitCity } = await findUnit(transaction, toUnitId);
    caller.require({ unitId, unitCity });
    await findActiveUnit(transaction, unitId);
    const taken = stepBy(caller.actingOn(before), now);
    const moved = moveRecord(before, { unitId, unitName, unitCity }, reason, taken);
    const kept = await keepRecord(transaction, kind, moved);
    await markForPairing(transaction, { kind, id: kept.id }, now);
    const about = { kind, id: kept.id, name: kept.name };
    const note = `由${before.unitName}移到${unitName}：${reason}`;
    for (const told of [before.unitId, unitId])
      await tell(transaction, { to: { unitId: told }, kind: 'moved', about, note, event: newId, now });
    return { ...kept, kind };
  },
  afterwards: ({ kind, id }, context) => pairDoublesOf(context, { kind, id }),
});
