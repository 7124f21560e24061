import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import { withdrawRecord as contract } from '#shared/contract/withdraw-record';
import { withdrawRecord, type Step } from '#shared/record/record-life';
import { onWrite } from '../entry/handler';
import { stepBy } from '../entry/step-by';
import type { Transaction } from '../platform/database';
import { entriesOfActivity, keepBulletinEntry } from '../store/bulletin-entries';
import { noteWaiting } from '../store/content-checks';
import { keepDoublesOf, mergesInto, undoMergeOf } from '../store/doubles';
import { findEdition } from '../store/editions';
import { findRecord, findRevision, keepRecord } from '../store/records';

/** What others have of an activity that is withdrawn: entries of open bulletins, and records told under it. */
async function letGo(
  transaction: Transaction,
  { id, editionId }: { id: string; editionId: string },
  step: Step,
): Promise<void> {
  const edition = await findEdition(transaction, editionId);
  const entries = await entriesOfActivity(transaction, id);
  for (const entry of takeBackOpenEntries(edition, entries, step.now))
    await keepBulletinEntry(transaction, entry);
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
  if ('days' in kept) await keepDoublesOf(transaction, kept, now);
  return kept;
});
