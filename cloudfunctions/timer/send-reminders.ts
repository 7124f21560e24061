import { remindAt } from '#shared/notice/reminder-time';
import { describeMoment } from '#shared/ground/guangdong-time';
import { addressOf } from '#shared/ground/pages';
import type { Activity } from '#shared/record/activity';
import type { Job, JobContext } from '../entry/serve-timer';
import { sendMessage, type MessageResult } from '../platform/messages';
import { standingOfIds } from '../store/record/activities';
import { dueReminders, findReminder, keepReminder, type Reminder } from '../store/public/reminders';

/** WeChat answers in a fraction of a second; so many fit a waking, the rest the next one. */
const atOnce = 100;

const states: Record<MessageResult, Reminder['state']> = {
  sent: 'sent',
  refused: 'refused',
  // Nobody knows whether it went out; once too few is better than twice.
  failed: 'sending',
  'not-set-up': 'waiting',
};

/** Where it is; of one that was called off, that it is. */
function noteOf({ state, venue, city }: Activity): string {
  if (state === 'cancelled') return '活动已取消';
  return venue === '' ? city : venue;
}

/** Takes a reminder on if it still waits and is due: whoever has done so sends it, and nobody else. */
function takeOn(reminder: Reminder, activity: Activity | undefined, { now, step }: JobContext) {
  return step(`${reminder.id} ${now}`, async (transaction) => {
    const kept = await findReminder(transaction, reminder.id);
    if (kept?.state !== 'waiting') return false;
    if (activity === undefined) {
      await keepReminder(transaction, { ...kept, state: 'gone' });
      return false;
    }
    const due = remindAt(activity);
    const isMoved = due > now && activity.state !== 'cancelled';
    await keepReminder(transaction, isMoved ? { ...kept, remindAt: due } : { ...kept, state: 'sending' });
    return !isMoved;
  });
}

/** Sends each reminder that is due, once (发送活动提醒). */
export const sendReminders: Job = {
  name: 'send-reminders',
  async run(context) {
    const { database, now, step } = context;
    const due = await dueReminders(database, now, atOnce);
    const activities = await standingOfIds(
      database,
      due.map(({ activityId }) => activityId),
    );
    for (const reminder of due) {
      const activity = activities.get(reminder.activityId);
      if (!(await takeOn(reminder, activity, context)) || activity === undefined) continue;
      const result = await sendMessage({
        template: 'reminder',
        to: reminder.openid,
        page: addressOf('activity', { id: activity.id }),
        about: activity.name,
        time: describeMoment(activity.firstDay, activity.startTime),
        note: noteOf(activity),
      });
      if (states[result] === 'sending') continue;
      await step(`${reminder.id} ${now} ${result}`, (transaction) =>
        keepReminder(transaction, { ...reminder, state: states[result] }),
      );
    }
  },
};
