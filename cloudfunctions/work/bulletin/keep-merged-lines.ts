import type { Correction } from '#shared/bulletin/correction';
import type { Activity } from '#shared/record/activity';
import type { AnyRecord } from '#shared/record/record-kinds';
import type { Transaction } from '../../platform/database';
import { findEdition } from '../../store/edition/editions';
import { keepEventLines } from './keep-event-lines';

type Events = readonly (readonly AnyRecord[])[];

interface Merging {
  before: Events;
  /** What they are now: one, or two after a merge is undone; the leading record first. */
  after: Events;
  /** The record that was merged or parted, as it was before. */
  other: AnyRecord;
  /** What was corrected of all of them before. */
  corrections: readonly Correction[];
  reason: string;
  now: number;
}

function activitiesOf(events: Events): Activity[][] {
  return events.map((records) => records.filter((record) => 'inBulletins' in record));
}

/**
 * Brings bulletins in line with a merge, or with its undoing: inside a day's window what is one event becomes one line, or two again;
 * afterwards the next bulletin tells it, with the reason.
 */
export async function keepMergedLines(
  transaction: Transaction,
  { before, after, other, corrections, reason, now }: Merging,
): Promise<void> {
  const [leading] = activitiesOf(after).flat();
  if (leading === undefined || !('inBulletins' in other)) return;
  const edition = await findEdition(transaction, other.editionId);
  await keepEventLines(transaction, {
    edition,
    events: activitiesOf(after),
    before: activitiesOf(before),
    of: other,
    entries: [],
    changed: leading,
    corrections,
    reason,
    now,
  });
}
