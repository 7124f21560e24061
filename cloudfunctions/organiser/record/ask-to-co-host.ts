import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { refuse, wrongField } from '#shared/refusal/errors';
import { mostCoHosts } from '#shared/record/co-host';
import { askedState } from '#shared/record/co-hosting';
import { mayTake } from '#shared/record/record-life';
import { onWrite } from '../../entry/handler';
import { changeCoHosting } from '../../work/record/change-co-hosting';
import { requireOpenEdition } from '../../store/edition/editions';
import { findCoHosting } from '../../store/record/co-hostings';
import { findRecord } from '../../store/record/records';

export const askToCoHostHandler = onWrite(askToCoHost, async ({ id }, { caller, now, transaction }) => {
  const activity = await findRecord(transaction, 'activity', id);
  await requireOpenEdition(transaction, activity.editionId);
  const { unitId, unitName, city: unitCity } = caller.acting();
  if (activity.unitId === unitId) throw wrongField('id', 'wrong');
  if (activity.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
  if (!mayTake('join', activity.state)) throw refuse('FROZEN', { state: activity.state });

  const kept = await findCoHosting(transaction, id, unitId);
  const isCoHost = activity.coHosts.some((each) => each.unitId === unitId);
  const state = askedState({ state: kept?.state ?? null, isCoHost });
  if (state === 'asked' && activity.coHosts.length >= mostCoHosts)
    throw wrongField('coHosts', 'too-many', mostCoHosts);
  const unit = { unitId, unitName, unitCity };
  return { coHosting: await changeCoHosting(transaction, activity, unit, { kept, state, now }) };
});
