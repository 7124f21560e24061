import { refuse } from '#shared/refusal/errors';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { remindAt } from '#shared/notice/reminder-time';
import { onWrite } from '../entry/handler';
import { standingActivity } from '../store/record/activities';
import { findReminder, keepReminder, reminderId } from '../store/public/reminders';

export const saveReminderHandler = onWrite(
  saveReminder,
  async ({ activityId, isAccepted }, { caller, now, transaction }) => {
    const activity = await standingActivity(transaction, activityId);
    if (activity === null) throw refuse('NOT_FOUND', { what: 'activity' });
    const due = remindAt(activity);
    const id = reminderId(caller.openid, activityId);
    const before = await findReminder(transaction, id);
    if (before?.state === 'waiting') return { remindAt: before.remindAt };
    if (!isAccepted || due <= now || before !== null || activity.state === 'cancelled')
      return { remindAt: null };
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
