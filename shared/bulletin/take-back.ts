import { bulletinWindow, type BulletinEdition } from '../week/bulletin-window';
import type { BulletinEntry } from './bulletin-entry';

/** What bulletins that are still open lose when an activity is withdrawn (撤回); what is closed stays as it was. */
export function takeBackOpenEntries(
  edition: BulletinEdition,
  entries: readonly BulletinEntry[],
  now: number,
): BulletinEntry[] {
  return entries
    .filter(({ day, withdrawn }) => !withdrawn && now < bulletinWindow(edition, day).closesAt)
    .map((entry) => ({ ...entry, withdrawn: true }));
}
