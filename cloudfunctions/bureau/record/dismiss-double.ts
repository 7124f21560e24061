import { dismissDouble } from '#shared/contract/record/dismiss-double';
import type { Membership } from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import { onWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { findDouble, keepDouble } from '../../store/record/doubles';
import { findRecord } from '../../store/record/records';
import { requireOpenEdition } from '../../store/edition/editions';

export const dismissDoubleHandler = onWrite(
  dismissDouble,
  async ({ id: pairId }, { caller, now, transaction }) => {
    const pair = await findDouble(transaction, pairId);
    await requireOpenEdition(transaction, pair.editionId);
    const acting: Membership[] = [];
    for (const id of pair.recordIds)
      acting.push(caller.actingOn(await findRecord(transaction, pair.kind, id)));
    if (pair.state !== 'open') throw refuse('FROZEN', { state: pair.state });
    const decidedBy = acting[0] === undefined ? null : stepBy(acting[0], now).by;
    const dismissed = { ...pair, state: 'dismissed' as const, decidedAt: now, decidedBy };
    await keepDouble(transaction, dismissed);
    return dismissed;
  },
);
