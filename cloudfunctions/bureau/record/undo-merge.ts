import { refuse } from '#shared/refusal/errors';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { onDecidedWrite } from '../../entry/handler';
import { keepMergedLines } from '../../work/bulletin/keep-merged-lines';
import { LostRace } from '../../platform/database';
import { stepBy } from '../../work/record/step-by';
import { gatherCorrections, unchangedCorrections } from '../../store/bulletin/corrections';
import { markSpeaker } from '../../work/record/mark-speaker';
import { markForPairing } from '../../store/record/double-marks';
import { findDouble } from '../../store/record/doubles';
import { requireOpenEdition } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRecord } from '../../store/record/records';
import { recordsTogether } from '../../store/record/told-together';
import { undoMergeOf } from '../../work/record/undo-merge';

export const undoMergeHandler = onDecidedWrite(undoMerge, {
  gather: async ({ id }, { database }) => {
    const { kind, merge } = await findDouble(database, id);
    const isOfBulletins = kind === 'activity' && merge !== null;
    const earlier = isOfBulletins ? await gatherCorrections(database, merge.leadingId, merge.otherId) : null;
    return { merge, earlier };
  },
  run: async ({ id, reason }, { caller, now, transaction }, gathered) => {
    const pair = await findDouble(transaction, id);
    const { kind, merge } = pair;
    for (const each of pair.recordIds) caller.require(await findRecord(transaction, kind, each));
    if (pair.state !== 'merged' || merge === null) throw refuse('NOT_FOUND', { what: 'merge' });
    if (gathered.merge?.leadingId !== merge.leadingId) throw new LostRace(`The merge of ${id}`);
    const { earlier } = gathered;
    const leading = await findRecord(transaction, kind, merge.leadingId);
    const other = await findRecord(transaction, kind, merge.otherId);
    await requireOpenEdition(transaction, leading.editionId);
    const before = await recordsTogether(transaction, kind, leading);
    const corrections = earlier === null ? null : await unchangedCorrections(transaction, earlier);
    const step = stepBy(caller.actingOn(other), now);
    const parted = await undoMergeOf(transaction, kind, { pair, reason }, step);
    if (corrections !== null) {
      const after = [parted.together, [parted.other]];
      await keepMergedLines(transaction, { before: [before], after, other, corrections, reason, now });
    }
    await markForPairing(transaction, { kind, id: other.id }, now);
    await markSpeaker(transaction, { kind, joint: parted.together[0]?.joint ?? null }, now);
    return { kind, stays: parted.together[0] ?? leading, other: parted.other };
  },
  afterwards: ({ kind, other }, context) => pairDoublesOf(context, { kind, id: other.id }),
});
