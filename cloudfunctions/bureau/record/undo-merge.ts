import { refuse } from '#shared/refusal/errors';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { onDecidedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import { findDouble } from '../../store/record/doubles';
import { requireOpenEdition } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRecord } from '../../store/record/records';
import { undoMergeOf } from '../../work/record/undo-merge';

export const undoMergeHandler = onDecidedWrite(undoMerge, {
  run: async ({ id }, { caller, now, transaction }) => {
    const pair = await findDouble(transaction, id);
    const [stays, other] = [pair.merge?.staysId, pair.merge?.otherId];
    for (const each of pair.activityIds) caller.require(await findRecord(transaction, 'activity', each));
    if (pair.state !== 'merged' || stays === undefined || other === undefined) {
      throw refuse('NOT_FOUND', { what: 'merge' });
    }
    const kept = await findRecord(transaction, 'activity', stays);
    await requireOpenEdition(transaction, kept.editionId);
    const step = stepBy(caller.actingOn(kept), now);
    return undoMergeOf(transaction, pair, step);
  },
  afterwards: ({ other }, context) => pairDoublesOf(context, other.id),
});
