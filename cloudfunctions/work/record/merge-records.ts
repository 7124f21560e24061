import { isToldUnder, mostTogether } from '#shared/double/joint-event';
import { tells } from '#shared/record/record';
import type { Headcount, HeadcountChoice } from '#shared/record/activity';
import { mostCoHosts } from '#shared/record/co-host';
import type { RecordKind } from '#shared/record/record-kind';
import type { RecordOf } from '#shared/record/record-kinds';
import { mergeRecord, type Step } from '#shared/record/record-life';
import { refuse, wrongField } from '#shared/refusal/errors';
import type { Transaction } from '../../platform/database';
import { findGroup } from '../../store/record/merge-groups';
import { findRecord } from '../../store/record/records';
import { keepGroup } from '../../store/record/told-together';

/** Two records that are to be one, as a reviewer names them. */
interface ToMerge<Kind extends RecordKind> {
  kind: Kind;
  stays: RecordOf[Kind];
  other: RecordOf[Kind];
  doubleId: string;
  headcount: Headcount | null;
  reason: string;
}

/** FROZEN when one of two is not there to be merged, or a merge that is in force would be torn. */
function requireMergeable<Kind extends RecordKind>({ stays, other }: ToMerge<Kind>): void {
  if (stays.id === other.id) throw wrongField('other.id', 'wrong');
  if (isToldUnder(stays) || other.mergedInto !== null) throw refuse('FROZEN', { state: 'merged' });
  for (const { state } of [stays, other])
    if (!tells({ state }) || state === 'returned') throw refuse('FROZEN', { state });
  // What others are told under stays where it is, or they would be told under something that is told elsewhere.
  if (other.joint !== null) throw refuse('FROZEN', { state: 'has-merged' });
  if ((stays.joint?.members.length ?? 1) >= mostTogether)
    throw wrongField('stays', 'too-many', mostTogether - 1);
}

function choiceOf(leading: object, chosen: Headcount | null): HeadcountChoice | null {
  if (chosen === null) return null;
  if (!('headcount' in leading)) throw wrongField('headcount', 'wrong');
  const { headcount } = leading as { headcount: Headcount | null };
  return { chosen, leadingWas: headcount };
}

/**
 * Merges one record into another (合并): only that they are told together is kept, and what was chosen. Where the record that leads was
 * withdrawn, any of the others takes in what is merged with it. All records of the group, the leading one first.
 */
export async function mergeRecords<Kind extends RecordKind>(
  transaction: Transaction,
  toMerge: ToMerge<Kind>,
  step: Step,
): Promise<RecordOf[Kind][]> {
  requireMergeable(toMerge);
  const { kind, stays, other, doubleId, headcount, reason } = toMerge;
  const leadingId = stays.joint?.leadingId ?? stays.id;
  const leading = leadingId === stays.id ? stays : await findRecord(transaction, kind, leadingId);
  const group = await findGroup(transaction, kind, leadingId);
  const choice = choiceOf(leading, headcount);
  const merged = [...group.merged, { otherId: other.id, doubleId, choice }];
  const all = await keepGroup(transaction, kind, { ...group, merged }, [
    mergeRecord(leading, null, reason, step),
    mergeRecord(other, leadingId, reason, step),
  ]);
  const joint = all[0]?.joint ?? null;
  if (joint !== null && 'coHosts' in joint && (joint.coHosts as string[]).length > mostCoHosts)
    throw wrongField('stays', 'too-many', mostCoHosts);
  return all;
}
