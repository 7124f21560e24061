import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import { withdrawRecord as contract } from '#shared/contract/record/withdraw-record';
import type { Correction } from '#shared/bulletin/correction';
import type { Activity } from '#shared/record/activity';
import { withdrawRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { requireHand } from '../../work/record/act-for-unit';
import { stepBy } from '../../work/record/step-by';
import type { Transaction } from '../../platform/database';
import { entriesOfActivity, keepBulletinEntries } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { noteWaiting } from '../../store/record/content-checks';
import { gatherCorrections, keepCorrections, unchangedCorrections } from '../../store/bulletin/corrections';
import { markForPairing } from '../../store/record/double-marks';
import { findEdition } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision, keepRecord } from '../../store/record/records';
import { partFromAll } from '../../work/record/undo-merge';
import { markExceptionsUsed } from '../../work/bulletin/mark-exceptions-used';

/**
 * Takes a withdrawn activity out of the bulletins that are still open; in the closed ones it stays, and the next tells that it
 * was withdrawn, and why.
 */
async function takeOutOfBulletins(
  transaction: Transaction,
  withdrawn: Activity,
  { corrections, reason, now }: { corrections: readonly Correction[]; reason: string; now: number },
): Promise<void> {
  const { id, editionId, unitId } = withdrawn;
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const entries = await entriesOfActivity(transaction, edition, id);
  const takenBack = takeBackOpenEntries(edition, entries, leaves, now);
  await keepBulletinEntries(transaction, editionId, takenBack);
  await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: takenBack, now });
  await keepCorrections(transaction, {
    edition,
    activity: withdrawn,
    entries,
    corrections,
    leaves,
    reason,
    now,
  });
}

export const withdrawRecordHandler = onDecidedWrite(contract, {
  gather: ({ kind, id }, { database }) =>
    kind === 'activity' ? gatherCorrections(database, id) : Promise.resolve(null),
  run: async (input, { caller, now, transaction }, earlier) => {
    const { kind, id, reason } = input;
    const before = await findRevision(transaction, input, (record) => {
      caller.require(record);
    });
    await requireHand(transaction, caller, before);
    const step = stepBy(caller.actingOn(before), now);
    const parted = 'days' in before ? await partFromAll(transaction, before, step) : before;
    const kept = await keepRecord(transaction, kind, withdrawRecord(parted, reason, step));
    await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
    if ('days' in kept && earlier !== null) {
      await markForPairing(transaction, id, now);
      const corrections = unchangedCorrections(before, earlier);
      await takeOutOfBulletins(transaction, kept, { corrections, reason, now });
    }
    return kept;
  },
  afterwards: ({ id }, context) => pairDoublesOf(context, id),
});
