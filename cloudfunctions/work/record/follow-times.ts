import type { NoticeKind } from '#shared/notice/notice';
import type { Activity } from '#shared/record/activity';
import type { Database, Work } from '../../platform/database';
import { dueAtOnce, remindersToHasten } from '../../store/public/reminders';
import { tell } from '../notice/tell';

interface FollowContext {
  now: number;
  database: Database;
  step: <Facts, Done>(name: string, work: Work<Facts, Done>) => Promise<Done>;
}

/** As many as one transaction moves. */
const atOnce = 30;

/** The units that an activity concerns beside who changed it: its own when the reviewer did, and those whose records are one with it. */
function unitsConcerned({ unitId, joint, lastChange }: Activity): string[] {
  const units = new Set([unitId, ...(joint?.members ?? []).map((member) => member.unitId)]);
  if (lastChange?.by !== null) units.delete(lastChange?.by.unitId ?? '');
  return [...units];
}

/**
 * What follows when an activity is called off or put off: the other units that it concerns are told, once an event, and the reminders of it are looked at
 * by the timer at once, which tells of what was cancelled and sets the others to the new time.
 */
export async function followTimes(
  { now, database, step }: FollowContext,
  activity: Activity,
  { kind, note, event }: { kind: NoticeKind; note: string; event: string },
): Promise<void> {
  const { id, name } = activity;
  const about = { kind: 'activity', id, name } as const;
  for (const unitId of unitsConcerned(activity))
    await step(`tell ${unitId}`, (transaction) =>
      tell(transaction, { to: { unitId }, kind, about, note, event, now }),
    );
  for (;;) {
    const some = await remindersToHasten(database, { activityId: id, now, size: atOnce });
    const [first] = some;
    if (first === undefined) return;
    await step(`hasten ${first.id}`, (transaction) =>
      dueAtOnce(
        transaction,
        some.map((each) => each.id),
        now,
      ),
    );
  }
}
