import type { BulletinEdition, LateLeave } from '../week/bulletin-window';
import type { BulletinEntry } from './bulletin-entry';
import { isFrozen } from './report-for-bulletin';

/** What bulletins that are still open to the unit lose when an activity is withdrawn or cancelled (撤回、取消); what is closed stays as it was. */
export function takeBackOpenEntries(
  edition: BulletinEdition,
  entries: readonly BulletinEntry[],
  leaves: readonly LateLeave[],
  now: number,
): BulletinEntry[] {
  return entries
    .filter((entry) => !entry.withdrawn && !isFrozen(entry, edition, leaves, now))
    .map((entry) => ({ ...entry, withdrawn: true }));
}
