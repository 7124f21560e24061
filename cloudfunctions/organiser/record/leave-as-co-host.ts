import { leaveAsCoHost } from '#shared/contract/record/leave-as-co-host';
import { leftState } from '#shared/record/co-hosting';
import { onDecidedWrite } from '../../entry/handler';
import { changeCoHosting } from '../../work/record/change-co-hosting';
import { partCoHost } from '../../work/record/join-co-host';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { requireOpenEdition } from '../../store/edition/editions';
import { findCoHosting } from '../../store/record/co-hostings';
import { findRecord } from '../../store/record/records';

export const leaveAsCoHostHandler = onDecidedWrite(leaveAsCoHost, {
  gather: ({ id }, { database }) => gatherCorrections(database, id),
  run: async ({ id }, { caller, now, transaction }, earlier) => {
    const before = await findRecord(transaction, 'activity', id);
    await requireOpenEdition(transaction, before.editionId);
    const member = caller.acting();
    const { unitId, unitName, city: unitCity } = member;
    const unit = { unitId, unitName, unitCity };
    const kept = await findCoHosting(transaction, id, unitId);
    const isCoHost = before.coHosts.some((each) => each.unitId === unitId);
    const state = leftState({ state: kept?.state ?? null, isCoHost });
    if (isCoHost) await partCoHost(transaction, before, { unit, earlier, step: stepBy(member, now) });
    return { coHosting: await changeCoHosting(transaction, before, unit, { kept, state, now }) };
  },
  afterwards: ({ coHosting }, context) =>
    pairDoublesOf(context, { kind: 'activity', id: coHosting.activityId }),
});
