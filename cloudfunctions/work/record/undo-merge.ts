import { refuse } from '#shared/refusal/errors';
import type { Double } from '#shared/double/doubles';
import type { RecordKind } from '#shared/record/record-kind';
import type { RecordOf } from '#shared/record/record-kinds';
import { mergeRecord, type Step } from '#shared/record/record-life';
import type { Transaction } from '../../platform/database';
import { keepDouble } from '../../store/record/doubles';
import { findGroup } from '../../store/record/merge-groups';
import { findRecord, keepRecord } from '../../store/record/records';
import { keepGroup } from '../../store/record/told-together';

/** What is left of a group, the leading record first, and the record that was parted from it. */
interface Parted<Kind extends RecordKind> {
  together: RecordOf[Kind][];
  other: RecordOf[Kind];
}

/** Undoes the merge of a pair (撤销合并): the record that was told under another stands for itself again, and the pair is open. */
export async function undoMergeOf<Kind extends RecordKind>(
  transaction: Transaction,
  kind: Kind,
  { pair, reason }: { pair: Double; reason: string },
  step: Step,
): Promise<Parted<Kind>> {
  const { merge } = pair;
  if (merge === null) throw refuse('NOT_FOUND', { what: 'merge' });
  const { leadingId, otherId } = merge;
  const leading = await findRecord(transaction, kind, leadingId);
  const other = await findRecord(transaction, kind, otherId);
  const group = await findGroup(transaction, kind, leadingId);
  const merged = group.merged.filter((each) => each.otherId !== otherId);
  const together = await keepGroup(transaction, kind, { ...group, merged }, [
    mergeRecord(leading, null, reason, step),
  ]);
  await keepDouble(transaction, {
    ...pair,
    state: 'open',
    merge: null,
    decidedAt: step.now,
    decidedBy: step.by,
  });
  const parted = { ...mergeRecord(other, null, reason, step), joint: null };
  return { together, other: await keepRecord(transaction, kind, parted) };
}
