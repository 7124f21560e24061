import { dayOf, describeMoment, timeOf } from '#shared/ground/guangdong-time';
import { addressOf } from '#shared/ground/pages';
import type { Job, JobContext } from '../entry/serve-timer';
import { sendMessage } from '../platform/messages';
import { activeMembersOf } from '../store/people/memberships';
import { removeReturnToTell, returnsToTell, type ReturnToTell } from '../store/record/outbox';
import { savedUpFor, useUp } from '../store/people/subscriptions';
import { isJobDone, keepDoneJob } from '../store/timer-jobs';

const atOnce = 50;

/** Takes one member's message on and uses up their yes, unless that was done: by this run, an earlier one, or another machine's. */
function takeOn(
  { step, now }: JobContext,
  { id, at }: ReturnToTell,
  member: { id: string; openid: string },
): Promise<boolean> {
  const job = `tell-returns ${id} ${member.id}`;
  return step(`${id} ${member.id} ${now}`, async (transaction) => {
    if (await isJobDone(transaction, job, at)) return false;
    await keepDoneJob(transaction, { job, dueAt: at, doneAt: now });
    return useUp(transaction, member.openid, 'returned');
  });
}

/**
 * Tells the members of a unit that agreed to it that a record was returned (退回通知), once: a member's yes is used up before the
 * message goes out. Cut off, it goes on at the next waking with who was not taken on yet.
 */
export const tellReturns: Job = {
  name: 'tell-returns',
  async run(context) {
    for (const told of await returnsToTell(context.database, atOnce)) {
      const { id, unitId, name, reason, at } = told;
      for (const member of await activeMembersOf(context.database, unitId)) {
        if ((await savedUpFor(context.database, member.openid, 'returned')) === 0) continue;
        if (!(await takeOn(context, told, member))) continue;
        await sendMessage({
          template: 'returned',
          to: member.openid,
          page: addressOf('workbench'),
          about: name,
          time: describeMoment(dayOf(at), timeOf(at)),
          note: reason,
        });
      }
      await context.step(id, (transaction) => removeReturnToTell(transaction, id));
    }
  },
};
