import { refuse } from '#shared/contract/errors';
import { saveReminder } from '#shared/contract/save-reminder';
import { remindAt } from '#shared/reminder/reminder-time';
import { onWrite } from '../entry/handler';
import { findActivity } from '../store/activities';
import { findReminder, keepReminder, reminderId } from '../store/reminders';

export const saveReminderHandler = onWrite(
  saveReminder,
  async ({ activityId, isAccepted }, { caller, now, transaction }) => {
    const activity = await findActivity(transaction, activityId);
    if (!activity.listed) throw refuse('NOT_FOUND', { what: 'activity' });
    const due = remindAt(activity);
    const id = reminderId(caller.openid, activityId);
    const before = await findReminder(transaction, id);
    if (before?.state === 'waiting') return { remindAt: before.remindAt };
    if (!isAccepted || due <= now || before !== null) return { remindAt: null };
    const { editionId } = activity;
    const reminder = {
      id,
      editionId,
      activityId,
      openid: caller.openid,
      remindAt: due,
      state: 'waiting',
    } as const;
    await keepReminder(transaction, reminder);
    return { remindAt: due };
  },
);
