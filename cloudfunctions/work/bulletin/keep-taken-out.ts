import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import type { Activity } from '#shared/record/activity';
import type { Transaction } from '../../platform/database';
import { entriesOfActivity } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { findEdition } from '../../store/edition/editions';
import { keepReported, type ReportedChange } from './keep-reported';
import { markExceptionsUsed } from './mark-exceptions-used';

/**
 * Keeps an activity that was withdrawn or cancelled, taken out of the bulletins that are still open; in the closed ones it stays, and
 * the next tells what became of it, and why. What it was merged with goes on without it.
 */
export async function keepTakenOut(
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
