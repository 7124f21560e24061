import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { refuse, wrongField } from '#shared/refusal/errors';
import type { Activity } from '#shared/record/activity';
import { mostCoHosts } from '#shared/record/co-host';
import { likenessOf, mergeOf, mergeActivities } from '#shared/double/doubles';
import { onDecidedWrite } from '../../entry/handler';
import { stepBy } from '../../work/record/step-by';
import type { Transaction } from '../../platform/database';
import { markForPairing } from '../../store/record/double-marks';
import { doubleId, findDoubleIfAny, keepDouble, newDouble } from '../../store/record/doubles';
import { addToGroup, mergedUnder, mostMerged } from '../../store/record/merge-groups';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision, keepRecord } from '../../store/record/records';

async function requireMergeable(transaction: Transaction, stays: Activity, other: Activity): Promise<void> {
  if (stays.id === other.id) {
    throw wrongField('other.id', 'wrong');
  }
  for (const { state, mergedInto: into } of [stays, other]) {
    if (into !== null) throw refuse('FROZEN', { state: 'merged' });
    if (state === 'withdrawn' || state === 'returned') throw refuse('FROZEN', { state });
  }
  // What others are told under stays where it is, or they would be told under something that is told elsewhere.
  if ((await mergedUnder(transaction, other.id)).length > 0) throw refuse('FROZEN', { state: 'has-merged' });
  if ((await mergedUnder(transaction, stays.id)).length >= mostMerged)
    throw wrongField('stays', 'too-many', mostMerged);
}

export const mergeDoublesHandler = onDecidedWrite(mergeDoubles, {
  run: async (input, { caller, now, transaction }) => {
    const require = (record: Parameters<typeof caller.require>[0]) => {
      caller.require(record);
    };
    const stays = await findRevision(transaction, { kind: 'activity', ...input.stays }, require);
    const other = await findRevision(transaction, { kind: 'activity', ...input.other }, require);
    await requireMergeable(transaction, stays, other);

    const step = stepBy(caller.actingOn(stays), now);
    const merge = mergeOf(stays, other, input.headcount);
    if (stays.coHosts.length + merge.addedCoHosts.length > mostCoHosts) {
      throw wrongField('stays', 'too-many', mostCoHosts);
    }
    const merged = mergeActivities(stays, other, merge, step);
    const keptStays = await keepRecord(transaction, 'activity', merged.stays);
    const keptOther = await keepRecord(transaction, 'activity', merged.other);

    const id = doubleId(stays.id, other.id);
    // A person may know of doubles that no rule finds.
    const pair =
      (await findDoubleIfAny(transaction, id)) ?? newDouble([stays, other], likenessOf(stays, other), now);
    await keepDouble(transaction, { ...pair, state: 'merged', decidedAt: now, decidedBy: step.by, merge });
    await addToGroup(transaction, merge, id);
    await markForPairing(transaction, other.id, now);
    return { id, stays: keptStays, other: keptOther };
  },
  afterwards: ({ other }, context) => pairDoublesOf(context, other.id),
});
