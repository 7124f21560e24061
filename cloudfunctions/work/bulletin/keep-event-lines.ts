import { bulletinEntryId, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import type { Correction } from '#shared/bulletin/correction';
import { followEvent, linesOf, saysNow, type EventRecords } from '#shared/bulletin/event-lines';
import { isFrozen } from '#shared/bulletin/report-for-bulletin';
import type { Activity } from '#shared/record/activity';
import type { Edition } from '#shared/week/edition';
import type { Transaction } from '../../platform/database';
import { findEntry, keepBulletinEntries } from '../../store/bulletin/bulletin-entries';
import { exceptionsOfUnit } from '../../store/bulletin/bulletin-exceptions';
import { keepCorrections } from '../../store/bulletin/corrections';

/** A change of what bulletins tell of an event. */
interface EventChange {
  edition: Edition;
  /** The events that were one or that have changed, as they are now: one, or after a merge is undone two. */
  events: readonly EventRecords[];
  /** Before the change: its lines may not be lines any more. */
  before: readonly EventRecords[];
  /** The activity that was changed, merged or parted: all of its entries are brought in line. */
  of: Activity;
  /** Its entries that its own unit has changed, as they are to be kept. */
  entries: readonly BulletinEntry[];
  /** The record whose new revision this is. */
  changed: Pick<Activity, 'id' | 'revision'>;
  corrections: readonly Correction[];
  reason: string;
  now: number;
}

/** The entries that a change can touch: those of the activity, and the lines as they were and as they are; a dozen records' others stay. */
function touchedBy({ events, before, of, entries }: EventChange): string[] {
  const lines = [...before, ...events].flatMap(linesOf);
  return [
    ...new Set([
      ...entries.map(({ id }) => id),
      ...of.inBulletins.map(({ day }) => bulletinEntryId(of.id, day)),
      ...lines.map(({ day, activityId }) => bulletinEntryId(activityId, day)),
    ]),
  ];
}

/**
 * Brings bulletins in line with what an activity, or the joint event that it is part of, has become: one line a day with all its hosts
 * and one headcount. Entries that are open follow; of closed ones the next bulletin tells what is otherwise than they say (更正).
 */
export async function keepEventLines(transaction: Transaction, change: EventChange): Promise<void> {
  const { edition, events, entries, corrections, reason, changed, now } = change;
  const written: BulletinEntry[] = [];
  const closed: { entry: BulletinEntry; now: ReturnType<typeof saysNow> }[] = [];
  for (const id of touchedBy(change)) {
    const handedIn = entries.find((each) => each.id === id);
    const entry = handedIn ?? (await findEntry(transaction, id));
    const records = events.find((each) => each.some((record) => record.id === entry?.activityId));
    if (entry === null || records === undefined) continue;
    if (entry.withdrawn) {
      if (handedIn !== undefined) written.push(handedIn);
      continue;
    }
    const { editionId, unitId } = entry;
    const leaves = await exceptionsOfUnit(transaction, { editionId, unitId });
    if (isFrozen(entry, edition, leaves, now)) closed.push({ entry, now: saysNow(records, entry) });
    else written.push(followEvent(records, entry));
  }
  await keepBulletinEntries(transaction, edition.id, written);
  const isCancelled = change.of.state === 'cancelled';
  await keepCorrections(transaction, { edition, closed, corrections, isCancelled, reason, changed, now });
}
