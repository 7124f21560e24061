import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import { withdrawRecord as contract } from '#shared/contract/record/withdraw-record';
import { withdrawRecord } from '#shared/record/record-life';
import { onDecidedWrite } from '../../entry/handler';
import { requireHand } from '../../work/record/act-for-unit';
import { stepBy } from '../../work/record/step-by';
import { entriesOfActivity } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { noteWaiting } from '../../store/record/content-checks';
import { gatherCorrections } from '../../store/bulletin/corrections';
import { markSpeaker } from '../../work/record/mark-speaker';
import { markForPairing } from '../../store/record/double-marks';
import { findEdition } from '../../store/edition/editions';
import { pairDoublesOf } from '../../work/record/pair-doubles';
import { findRevision, keepRecord } from '../../store/record/records';
import { keepReported, type ReportedChange } from '../../work/bulletin/keep-reported';
import { markExceptionsUsed } from '../../work/bulletin/mark-exceptions-used';
import type { Activity } from '#shared/record/activity';
import type { Transaction } from '../../platform/database';

/**
 * Keeps a withdrawn activity, taken out of the bulletins that are still open; in the closed ones it stays, and the next tells that it
 * was withdrawn, and why. What it was merged with goes on without it.
 */
async function keepWithdrawn(
  transaction: Transaction,
  {
    before,
    ...change
  }: Pick<ReportedChange, 'activity' | 'earlier' | 'reason' | 'now'> & { before: Activity },
): Promise<Activity> {
  const { now } = change;
  const { editionId, unitId } = before;
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const all = await entriesOfActivity(transaction, before);
  const entries = takeBackOpenEntries(edition, all, leaves, now);
  const kept = await keepReported(transaction, { ...change, edition, before, entries });
  await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries, now });
  return kept;
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
    const withdrawn = withdrawRecord(before, reason, stepBy(caller.actingOn(before), now));
    const kept =
      'days' in before && 'days' in withdrawn
        ? await keepWithdrawn(transaction, { before, activity: withdrawn, earlier, reason, now })
        : await keepRecord(transaction, kind, withdrawn);
    await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
    await markForPairing(transaction, { kind, id }, now);
    await markSpeaker(transaction, { kind, joint: kept.joint }, now);
    return { ...kept, kind };
  },
  afterwards: ({ kind, id }, context) => pairDoublesOf(context, { kind, id }),
});
