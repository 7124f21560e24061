import type { BulletinEntry } from '#shared/bulletin/bulletin-entry';
import { inBulletinsAfter } from '#shared/bulletin/event-lines';
import type { Activity } from '#shared/record/activity';
import type { Edition } from '#shared/week/edition';
import type { Transaction } from '../../platform/database';
import { unchangedCorrections, type EarlierCorrections } from '../../store/bulletin/corrections';
import { insertRecord, keepRecord } from '../../store/record/records';
import { recordsTogether } from '../../store/record/told-together';
import { keepEventLines } from './keep-event-lines';

/** A change of an activity by its unit, with what becomes of its entries. */
export interface ReportedChange {
  edition: Edition;
  /** As it was; null when it is new. */
  before: Activity | null;
  activity: Activity;
  /** Its entries that are to be kept otherwise than they are. */
  entries: readonly BulletinEntry[];
  /** What was corrected before; null when it is new. */
  earlier: EarlierCorrections | null;
  reason: string;
  now: number;
}

/** Keeps an activity that was logged, changed or withdrawn, with the bulletins that have it, or the joint event that it is part of. */
export async function keepReported(
  transaction: Transaction,
  { edition, before, activity, entries, earlier, reason, now }: ReportedChange,
): Promise<Activity> {
  const together = before === null ? [] : await recordsTogether(transaction, 'activity', before);
  const corrections = earlier === null ? [] : await unchangedCorrections(transaction, earlier);
  const reported = { ...activity, inBulletins: inBulletinsAfter(activity.inBulletins, entries) };
  const keep = before === null ? insertRecord : keepRecord;
  const kept = await keep(transaction, 'activity', reported);
  const events = [await recordsTogether(transaction, 'activity', kept)];
  await keepEventLines(transaction, {
    edition,
    events,
    before: [together],
    of: activity,
    entries,
    changed: kept,
    corrections,
    reason,
    now,
  });
  return kept;
}
