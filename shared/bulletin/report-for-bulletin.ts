import type { Activity, BulletinOutcome } from '../record/activity';
import {
  closingFor,
  decideBulletinDay,
  type BulletinDecision,
  type BulletinEdition,
  type LateLeave,
} from '../week/bulletin-window';
import type { Day } from '../ground/guangdong-time';
import { toBulletinEntry, type BulletinEntry } from './bulletin-entry';

/**
 * What an organiser wants of the bulletin: nothing; that the day's bulletin takes the activity;
 * or, too late for that, that it is kept for the week's summary as important.
 */
export type BulletinWish = 'none' | 'report' | 'keep-for-summary';

interface Report {
  edition: BulletinEdition;
  /** The activity as it will be kept. */
  activity: Activity;
  /** Every entry the bulletins have of it so far. */
  entries: readonly BulletinEntry[];
  wish: BulletinWish;
  namedDay: Day | null;
  /** When the report was received, by the server's clock. */
  now: number;
  /** The leave the unit has to report late. */
  leaves?: readonly LateLeave[];
}

export type ReportResult =
  | { result: 'decided'; outcome: BulletinOutcome; changed: BulletinEntry[] }
  | Exclude<BulletinDecision, { result: 'taken' }>;

function toOutcome(entry: BulletinEntry | undefined): BulletinOutcome {
  return entry === undefined
    ? { result: 'none' }
    : { result: 'taken', day: entry.day, receivedAt: entry.receivedAt };
}

/** Whether an entry can no longer change: the day's window has ended, and any leave its unit had for it. */
export function isFrozen(
  { day }: Pick<BulletinEntry, 'day'>,
  edition: BulletinEdition,
  leaves: readonly LateLeave[],
  now: number,
): boolean {
  return now >= closingFor(edition, day, leaves);
}

/**
 * Brings the bulletins in line with an activity that is logged or changed (简报收报).
 * Inside its window an entry follows the activity, or is taken back; once the window has ended it stays as it was.
 * The first receipt keeps its time.
 */
export function reportForBulletin({
  edition,
  activity,
  entries,
  wish,
  namedDay,
  now,
  leaves = [],
}: Report): ReportResult {
  const live = entries.filter((entry) => !entry.withdrawn);
  const frozen = live.filter((entry) => isFrozen(entry, edition, leaves, now));
  const open = live.filter((entry) => !frozen.includes(entry));
  const takeBack = (entry: BulletinEntry): BulletinEntry => ({ ...entry, withdrawn: true });
  if (wish === 'none') {
    return { result: 'decided', outcome: toOutcome(frozen.at(-1)), changed: open.map(takeBack) };
  }

  const decision = decideBulletinDay(edition, activity, namedDay, now, leaves);
  if (decision.result === 'not-its-day') return decision;
  const lastsSeveralDays = activity.lastDay > activity.firstDay;
  const follow = (entry: BulletinEntry): BulletinEntry => {
    const stays = lastsSeveralDays ? activity.days.includes(entry.day) : entry.day === decision.day;
    return stays ? toBulletinEntry(activity, entry.day, entry.receivedAt) : takeBack(entry);
  };
  const changed = open.map(follow);

  const wanted = namedDay ?? (lastsSeveralDays ? decision.day : activity.firstDay);
  const reported = frozen.find(({ day }) => day === wanted);
  if (reported !== undefined) return { result: 'decided', outcome: toOutcome(reported), changed };
  if (decision.result === 'taken') {
    const first = open.find(({ day }) => day === decision.day);
    const entry = toBulletinEntry(activity, decision.day, first?.receivedAt ?? now);
    if (first === undefined) changed.push(entry);
    return { result: 'decided', outcome: toOutcome(entry), changed };
  }

  const already = frozen.find(({ day }) => !lastsSeveralDays || day === decision.day);
  if (already !== undefined) return { result: 'decided', outcome: toOutcome(already), changed };
  if (wish === 'report') return decision;
  return { result: 'decided', outcome: { result: 'missed', day: decision.day }, changed };
}
