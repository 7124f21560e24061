import { cancelRecord } from '#shared/contract/record/cancel-record';
import { cancelActivity } from '#shared/record/cancel-activity';
import { onDecidedWrite } from '../../entry/handler';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { findEdition } from '../../store/edition/editions';
import { noteWaiting } from '../../store/record/content-checks';
import { markForPairing } from '../../store/record/double-marks';
import { findRevision } from '../../store/record/records';
import { keepTakenOut } from '../../work/bulletin/keep-taken-out';
import { followTimes } from '../../work/record/follow-times';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';

export const cancelRecordHandler = onDecidedWrite(cancelRecord, {
  gather: ({ id }, { database }) => gatherCorrections(database, id),
  run: async ({ id, revision, reason }, { caller, now, transaction }, earlier) => {
    const of = { kind: 'activity', id, revision } as const;
    const before = await findRevision(transaction, of, (record) => {
      caller.require(record);
    });
    const edition = await findEdition(transaction, before.editionId);
    const off = cancelActivity(before, reason, edition, stepBy(caller.actingOn(before), now));
    const activity = await keepTakenOut(transaction, { before, activity: off, earlier, reason, now });
    await noteWaiting(transaction, { kind: 'activity', before, kept: activity, openid: caller.openid, now });
    await markForPairing(transaction, { kind: 'activity', id }, now);
    return { activity };
  },
  afterwards: async ({ activity }, context) => {
    await followTimes(context, activity, {
      kind: 'activity-cancelled',
      event: `${activity.id} cancelled`,
      note: activity.cancelled?.reason ?? '',
    });
    await pairDoublesOf(context, { kind: 'activity', id: activity.id });
  },
});
