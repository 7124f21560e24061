import { withdrawRecord as contract } from '#shared/contract/record/withdraw-record';
import { withdrawRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { requireHand } from '../../work/record/act-for-unit';
import { keepTakenOut } from '../../work/bulletin/keep-taken-out';
import { tellJointUnits } from '../../work/notice/tell-joint-units';
import { stepBy } from '../../work/record/step-by';
import { noteWaiting } from '../../store/record/content-checks';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { markSpeaker } from '../../work/record/mark-speaker';
import { markForPairing } from '../../store/record/double-marks';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision, keepRecord } from '../../store/record/records';

export const withdrawRecordHandler = onDecidedWrite(contract, {
  gather: ({ kind, id }, { database }) =>
    kind === 'activity' ? gatherCorrections(database, id) : Promise.resolve(null),
  run: async (input, { caller, now, transaction }, earlier) => {
    const { kind, id, reason } = input;
    const before = await findRevision(transaction, input, (record) => {
      caller.require(record);
    });
    await requireHand(transaction, caller, before);
    const withdrawn = withdrawRecord(before, reason, stepBy(caller.actingOn(before), now));
    const kept =
      'days' in before && 'days' in withdrawn
        ? await keepTakenOut(transaction, { before, activity: withdrawn, earlier, reason, now })
        : await keepRecord(transaction, kind, withdrawn);
    await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
    await markForPairing(transaction, { kind, id }, now);
    await markSpeaker(transaction, { kind, joint: kept.joint }, now);
    await tellJointUnits(transaction, kind, before, kept);
    return { ...kept, kind };
  },
  afterwards: ({ kind, id }, context) => pairDoublesOf(context, { kind, id }),
});
