import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import { withdrawRecord as contract } from '#shared/contract/withdraw-record';
import type { Activity } from '#shared/record/activity';
import { withdrawRecord, type Step } from '#shared/record/record-life';
import { onWrite } from '../entry/handler';
import { stepBy } from '../entry/step-by';
import type { Transaction } from '../platform/database';
import { entriesOfActivity, keepBulletinEntry } from '../store/bulletin-entries';
import { exceptionsOfUnit, markExceptionsUsed } from '../store/bulletin-exceptions';
import { noteWaiting } from '../store/content-checks';
import { keepCorrections } from '../store/corrections';
import { keepDoublesOf, mergesInto, undoMergeOf } from '../store/doubles';
import { findEdition } from '../store/editions';
import { findRecord, findRevision, keepRecord } from '../store/records';

/**
 * Takes a withdrawn activity out of the bulletins that are still open; in the closed ones it stays, and the next tells that it
 * was withdrawn, and why.
 */
async function takeOutOfBulletins(
  transaction: Transaction,
  withdrawn: Activity,
  reason: string,
  now: number,
): Promise<void> {
  const { id, editionId, unitId } = withdrawn;
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const entries = await entriesOfActivity(transaction, id);
  const takenBack = takeBackOpenEntries(edition, entries, leaves, now);
  for (const entry of takenBack) await keepBulletinEntry(transaction, entry);
  await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: takenBack, now });
  await keepCorrections(transaction, { edition, activity: withdrawn, entries, leaves, reason, now });
}

/** Parts a withdrawn activity from the records that are told under it. */
async function letGo(transaction: Transaction, { id }: { id: string }, step: Step): Promise<void> {
  for (const pair of await mergesInto(transaction, id)) await undoMergeOf(transaction, pair, step);
}

export const withdrawRecordHandler = onWrite(contract, async (input, { caller, now, transaction }) => {
  const { kind, id, reason } = input;
  const before = await findRevision(transaction, input, (record) => {
    caller.require(record);
  });
  const step = stepBy(caller.actingOn(before), now);
  if (kind === 'activity') await letGo(transaction, before, step);
  const withdrawn = withdrawRecord(await findRecord(transaction, kind, id), reason, step);
  const kept = await keepRecord(transaction, kind, withdrawn);
  await noteWaiting(transaction, { kind, before, kept, openid: caller.openid, now });
  if ('days' in kept) {
    await keepDoublesOf(transaction, kept, now);
    await takeOutOfBulletins(transaction, kept, reason, now);
  }
  return kept;
});
