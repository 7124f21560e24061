import { answerCoHost } from '#shared/contract/record/answer-co-host';
import { refuse } from '#shared/refusal/errors';
import { answeredState } from '#shared/record/co-hosting';
import { mayTake } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { changeCoHosting, type CoHostUnit } from '../../work/record/change-co-hosting';
import { joinCoHost, partCoHost } from '../../work/record/join-co-host';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { stepBy } from '../../work/record/step-by';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { requireOpenEdition } from '../../store/edition/editions';
import { findCoHosting } from '../../store/record/co-hostings';
import { findRecord } from '../../store/record/records';
import { findUnit } from '../../store/unit/units';
import type { Transaction } from '../../platform/database';

async function coHostUnit(transaction: Transaction, unitId: string): Promise<CoHostUnit> {
  const { name, city } = await findUnit(transaction, unitId);
  return { unitId, unitName: name, unitCity: city };
}

export const answerCoHostHandler = onDecidedWrite(answerCoHost, {
  gather: ({ id }, { database }) => gatherCorrections(database, id),
  run: async ({ id, unitId, answer }, { caller, now, transaction }, earlier) => {
    const before = await findRecord(transaction, 'activity', id);
    caller.require(before);
    await requireOpenEdition(transaction, before.editionId);
    const kept = await findCoHosting(transaction, id, unitId);
    const isCoHost = before.coHosts.some((each) => each.unitId === unitId);
    const state = answeredState({ state: kept?.state ?? null, isCoHost }, answer);
    const unit = kept ?? (await coHostUnit(transaction, unitId));
    const change = { unit, earlier, step: stepBy(caller.actingOn(before), now) };

    if (state === 'accepted' && !isCoHost) {
      if (before.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
      if (!mayTake('join', before.state)) throw refuse('FROZEN', { state: before.state });
      await joinCoHost(transaction, before, change);
    }
    if (state === 'removed' && isCoHost) await partCoHost(transaction, before, change);
    return { coHosting: await changeCoHosting(transaction, before, unit, { kept, state, now }) };
  },
  afterwards: ({ coHosting }, context) =>
    pairDoublesOf(context, { kind: 'activity', id: coHosting.activityId }),
});
