import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { likenessOf } from '#shared/double/doubles';
import { plainLikeness } from '#shared/double/plain-likeness';
import type { Activity } from '#shared/record/activity';
import type { RecordKind } from '#shared/record/record-kind';
import type { RecordOf } from '#shared/record/record-kinds';
import type { RecordEnvelope } from '#shared/record/record';
import { onDecidedWrite } from '../../entry/handler';
import { keepMergedLines } from '../../work/bulletin/keep-merged-lines';
import { mergeRecords } from '../../work/record/merge-records';
import { stepBy } from '../../work/record/step-by';
import { gatherCorrections, unchangedCorrections } from '../../store/bulletin/corrections';
import { markForPairing } from '../../store/record/double-marks';
import { doubleId, findDoubleIfAny, keepDouble, newDouble } from '../../store/record/doubles';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision } from '../../store/record/records';
import { recordsTogether } from '../../store/record/told-together';

/** How alike two records are that a person names: he may know of doubles that no rule finds. */
function likenessOfNamed<Kind extends RecordKind>(kind: Kind, one: RecordOf[Kind], other: RecordOf[Kind]) {
  return kind === 'activity'
    ? likenessOf(one as Activity, other as Activity)
    : plainLikeness[kind as Exclude<Kind, 'activity'>](one as never, other as never);
}

export const mergeDoublesHandler = onDecidedWrite(mergeDoubles, {
  gather: ({ kind, stays, other }, { database }) =>
    kind === 'activity' ? gatherCorrections(database, stays.id, other.id) : Promise.resolve(null),
  run: async (input, { caller, now, transaction }, earlier) => {
    const { kind, headcount, reason } = input;
    const require = (record: Pick<RecordEnvelope, 'unitId' | 'unitCity'>) => {
      caller.require(record);
    };
    const stays = await findRevision(transaction, { kind, ...input.stays }, require);
    const other = await findRevision(transaction, { kind, ...input.other }, require);
    // What is merged with another city's already is the bureau's to merge with more.
    stays.joint?.members.forEach(require);
    const before = await recordsTogether(transaction, kind, stays);
    const corrections = earlier === null ? null : await unchangedCorrections(transaction, earlier);
    const step = stepBy(caller.actingOn(stays), now);
    const id = doubleId(stays.id, other.id);
    const all = await mergeRecords(
      transaction,
      { kind, stays, other, doubleId: id, headcount, reason },
      step,
    );
    const [leading = stays] = all;
    const pair =
      (await findDoubleIfAny(transaction, id)) ??
      newDouble(kind, [stays, other], likenessOfNamed(kind, stays, other), now);
    const merge = { leadingId: leading.id, otherId: other.id };
    await keepDouble(transaction, { ...pair, state: 'merged', decidedAt: now, decidedBy: step.by, merge });
    if (corrections !== null)
      await keepMergedLines(transaction, {
        before: [before, [other]],
        after: [all],
        other,
        corrections,
        reason,
        now,
      });
    await markForPairing(transaction, { kind, id: other.id }, now);
    const keptAs = (record: { id: string }) => all.find((each) => each.id === record.id) ?? other;
    return { id, kind, stays: keptAs(stays), other: keptAs(other) };
  },
  afterwards: ({ kind, other }, context) => pairDoublesOf(context, { kind, id: other.id }),
});
