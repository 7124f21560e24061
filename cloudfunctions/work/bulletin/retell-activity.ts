import { toBulletinEntry } from '#shared/bulletin/bulletin-entry';
import { isFrozen } from '#shared/bulletin/report-for-bulletin';
import type { Activity } from '#shared/record/activity';
import type { Transaction } from '../../platform/database';
import { entriesOfActivity, keepBulletinEntries } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import {
  keepCorrections,
  unchangedCorrections,
  type EarlierCorrections,
} from '../../store/bulletin/corrections';
import { findEdition } from '../../store/edition/editions';
import { markExceptionsUsed } from './mark-exceptions-used';

/**
 * Brings the bulletins in line with an activity that somebody but its unit changed: while a day's window is open its line follows,
 * afterwards the change is a correction (更正).
 */
export async function retellActivity(
  transaction: Transaction,
  {
    before,
    activity,
    earlier,
    reason,
    now,
  }: {
    before: Activity;
    activity: Activity;
    earlier: EarlierCorrections;
    reason: string;
    now: number;
  },
): Promise<void> {
  const { editionId, unitId } = activity;
  const corrections = unchangedCorrections(before, earlier);
  const edition = await findEdition(transaction, editionId);
  const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
  const entries = await entriesOfActivity(transaction, edition, activity.id);
  const followed = entries
    .filter((entry) => !entry.withdrawn && !isFrozen(entry, edition, leaves, now))
    .map((entry) => toBulletinEntry(activity, entry.day, entry.receivedAt));
  await keepBulletinEntries(transaction, editionId, followed);
  await markExceptionsUsed(transaction, { edition, exceptions: leaves, entries: followed, now });
  await keepCorrections(transaction, { edition, activity, entries, corrections, leaves, reason, now });
}
