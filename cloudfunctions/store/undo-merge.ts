import { refuse } from '#shared/contract/errors';
import type { Activity } from '#shared/record/activity';
import { unmergeActivities, type Double } from '#shared/record/doubles';
import type { Step } from '#shared/record/record-life';
import type { Transaction } from '../platform/database';
import { markForPairing } from './double-marks';
import { findDouble, keepDouble } from './doubles';
import { mergedUnder, takeFromGroup } from './merge-groups';
import { findRecord, keepRecord } from './records';

/** Undoes the merge of a pair: each record stands for itself again, and the pair is open. */
export async function undoMergeOf(
  transaction: Transaction,
  pair: Double,
  step: Step,
): Promise<{ stays: Activity; other: Activity }> {
  const { merge } = pair;
  if (merge === null) throw refuse('NOT_FOUND', { what: 'merge' });
  const stays = await findRecord(transaction, 'activity', merge.staysId);
  const other = await findRecord(transaction, 'activity', merge.otherId);
  const undone = unmergeActivities(stays, other, merge, step);
  await keepDouble(transaction, {
    ...pair,
    state: 'open',
    merge: null,
    decidedAt: step.now,
    decidedBy: step.by,
  });
  await takeFromGroup(transaction, merge);
  await markForPairing(transaction, merge.otherId, step.now);
  return {
    stays: await keepRecord(transaction, 'activity', undone.stays),
    other: await keepRecord(transaction, 'activity', undone.other),
  };
}

/** Parts a record from all that are told under it; the ids of those that stand for themselves again. */
export async function undoMergesInto(transaction: Transaction, id: string, step: Step): Promise<string[]> {
  const merged = await mergedUnder(transaction, id);
  for (const { doubleId } of merged)
    await undoMergeOf(transaction, await findDouble(transaction, doubleId), step);
  return merged.map(({ otherId }) => otherId);
}
