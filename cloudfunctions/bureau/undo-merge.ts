import { refuse } from '#shared/contract/errors';
import { undoMerge } from '#shared/contract/undo-merge';
import { onWrite } from '../entry/handler';
import { stepBy } from '../entry/step-by';
import { findDouble, keepDoublesOf, undoMergeOf } from '../store/doubles';
import { requireOpenEdition } from '../store/editions';
import { findRecord } from '../store/records';

export const undoMergeHandler = onWrite(undoMerge, async ({ id }, { caller, now, transaction }) => {
  const pair = await findDouble(transaction, id);
  const [stays, other] = [pair.merge?.staysId, pair.merge?.otherId];
  for (const each of pair.activityIds) caller.require(await findRecord(transaction, 'activity', each));
  if (pair.state !== 'merged' || stays === undefined || other === undefined) {
    throw refuse('NOT_FOUND', { what: 'merge' });
  }
  const kept = await findRecord(transaction, 'activity', stays);
  await requireOpenEdition(transaction, kept.editionId);
  const step = stepBy(caller.actingOn(kept), now);
  const undone = await undoMergeOf(transaction, pair, step);
  await keepDoublesOf(transaction, undone.other, now);
  return undone;
});
