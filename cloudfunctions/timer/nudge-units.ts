import { debtsOf, describeDebts, nudgeDueAt } from '#shared/notice/debts';
import { dayOf, describeMoment } from '#shared/ground/guangdong-time';
import { addressOf } from '#shared/ground/pages';
import type { RecordState } from '#shared/record/record';
import type { EditionJob, EditionJobContext } from '../entry/serve-timer';
import { sendMessage } from '../platform/messages';
import { activitiesInState } from '../store/record/activities';
import { everyRecord } from '../store/record/record-pages';
import { activeMembersOf } from '../store/people/memberships';
import { isJobDone, keepDoneJob } from '../store/timer-jobs';
import { useUp } from '../store/people/subscriptions';

/** Takes a member's nudge on and uses up their yes, unless that was done: by this run, an earlier one, or another machine's. */
function takeOn(
  { step, now, dueAt }: EditionJobContext,
  openid: string,
  membershipId: string,
): Promise<boolean> {
  const job = `nudge-units ${membershipId}`;
  return step(`${dueAt} ${membershipId} ${now}`, async (transaction) => {
    if (await isJobDone(transaction, job, dueAt)) return false;
    await keepDoneJob(transaction, { job, dueAt, doneAt: now });
    return useUp(transaction, openid, 'nudge');
  });
}

/** Reminds the members of units that owe something, an hour before the cut-off (15:00 待办提醒), of those who agreed to it. */
export const nudgeUnits: EditionJob = {
  name: 'nudge-units',
  editions: 'open',
  dueAt: nudgeDueAt,
  async run(context) {
    const { database, edition, now } = context;
    const inState = (state: RecordState) =>
      everyRecord((page) =>
        activitiesInState(database, { editionId: edition.id, city: null, state, ...page }),
      );
    const records = [...(await inState('returned')), ...(await inState('announced'))];
    for (const debts of debtsOf(records, now)) {
      for (const { id, openid } of await activeMembersOf(database, debts.unitId)) {
        if (!(await takeOn(context, openid, id))) continue;
        await sendMessage({
          template: 'nudge',
          to: openid,
          page: addressOf('workbench'),
          about: '双创活动周待办',
          time: describeMoment(dayOf(now), edition.cutOff),
          note: describeDebts(debts),
        });
      }
    }
  },
};
