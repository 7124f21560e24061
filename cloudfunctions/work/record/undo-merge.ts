import { refuse } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import { unmergeActivities, type Double } from '#shared/double/doubles';
import type { Step } from '#shared/record/record-life';
import type { Transaction } from '../../platform/database';
import { markForPairing } from '../../store/record/double-marks';
import { findDouble, keepDouble } from '../../store/record/doubles';
import { mergedUnder, takeFromGroup } from '../../store/record/merge-groups';
import { findRecord, keepRecord } from '../../store/record/records';

/** Parts the record of a pair that was merged from the one that stays, which is kept by who asks for it. */
async function part(
  transaction: Transaction,
  stays: Activity,
  pair: Double,
  step: Step,
): Promise<{ stays: Activity; other: Activity }> {
  const { merge } = pair;
  if (merge === null) throw refuse('NOT_FOUND', { what: 'merge' });
  const other = await findRecord(transaction, 'activity', merge.otherId);
  const parted = unmergeActivities(stays, other, merge, step);
  await keepDouble(transaction, {
    ...pair,
    state: 'open',
    merge: null,
    decidedAt: step.now,
    decidedBy: step.by,
  });
  await markForPairing(transaction, merge.otherId, step.now);
  return { stays: parted.stays, other: await keepRecord(transaction, 'activity', parted.other) };
}

/** Undoes the merge of a pair: each record stands for itself again, and the pair is open. */
export async function undoMergeOf(
  transaction: Transaction,
  pair: Double,
  step: Step,
): Promise<{ stays: Activity; other: Activity }> {
  const { merge } = pair;
  if (merge === null) throw refuse('NOT_FOUND', { what: 'merge' });
  const before = await findRecord(transaction, 'activity', merge.staysId);
  const { stays, other } = await part(transaction, before, pair, step);
  await takeFromGroup(transaction, merge.staysId, [merge.otherId]);
  return { stays: await keepRecord(transaction, 'activity', stays), other };
}

/** Parts a record from all that are told under it: the record as it is to be kept then. */
export async function partFromAll(transaction: Transaction, from: Activity, step: Step): Promise<Activity> {
  let stays = from;
  const merged = await mergedUnder(transaction, from.id);
  for (const { doubleId } of merged)
    ({ stays } = await part(transaction, stays, await findDouble(transaction, doubleId), step));
  if (merged.length > 0)
    await takeFromGroup(
      transaction,
      from.id,
      merged.map(({ otherId }) => otherId),
    );
  return stays;
}
