import { dayOf, describeMoment, timeOf } from '#shared/ground/guangdong-time';
import { addressOf } from '#shared/ground/pages';
import { addresseeOf, noticeTitles } from '#shared/notice/notice';
import type { Job, JobContext } from '../entry/serve-timer';
import type { Database } from '../platform/database';
import { idFrom } from '../platform/digest';
import { sendMessage } from '../platform/messages';
import { noticesToSend, removeToSend, type NoticeToSend } from '../store/notice/outbox';
import { activeMembersOf } from '../store/people/memberships';
import { savedUpFor, useUp } from '../store/people/subscriptions';
import { isJobDone, keepDoneJob } from '../store/timer-jobs';
import { unitsOf } from '../store/unit/units';

const atOnce = 50;

/** Whom a message may go to: an id that stands for the person in the marks of what was done, and the person. */
interface Recipient {
  id: string;
  openid: string;
}

async function recipientsOf(database: Database, { to }: NoticeToSend): Promise<Recipient[]> {
  const addressee = addresseeOf(to);
  if (addressee !== 'all-members') {
    if ('openid' in addressee) return [{ ...addressee, id: idFrom(to) }];
    if ('unitId' in addressee) return activeMembersOf(database, addressee.unitId);
  }
  const units = await unitsOf(database, addressee === 'all-members' ? null : addressee.city);
  const members = await Promise.all(units.map(({ id }) => activeMembersOf(database, id)));
  const byPerson = new Map(members.flat().map((member) => [member.openid, member]));
  return [...byPerson.values()];
}

/** Takes one person's message on and uses up their yes, unless that was done: by this run, an earlier one, or another machine's. */
function takeOn(
  { step, now }: JobContext,
  { id, at, kind }: NoticeToSend,
  { id: recipient, openid }: Recipient,
): Promise<boolean> {
  const job = `send-notices ${id} ${recipient}`;
  return step(`${id} ${recipient} ${now}`, async (transaction) => {
    if (await isJobDone(transaction, job, at)) return false;
    await keepDoneJob(transaction, { job, dueAt: at, doneAt: now });
    return useUp(transaction, openid, messageOf(kind));
  });
}

function messageOf(kind: NoticeToSend['kind']): 'returned' | 'notice' {
  return kind === 'returned' ? 'returned' : 'notice';
}

/**
 * Sends the messages of notices (通知消息) to those they are for and who agreed to one, once: a person's yes is used up before the
 * message goes out. Cut off, it goes on at the next waking with who was not taken on yet.
 */
export const sendNotices: Job = {
  name: 'send-notices',
  dueAt: () => 'always',
  async run(context) {
    for (const told of await noticesToSend(context.database, atOnce)) {
      const { id, kind, about, note, at } = told;
      for (const recipient of await recipientsOf(context.database, told)) {
        if ((await savedUpFor(context.database, recipient.openid, messageOf(kind))) === 0) continue;
        if (!(await takeOn(context, told, recipient))) continue;
        await sendMessage({
          template: messageOf(kind),
          to: recipient.openid,
          page: addressOf('workbench'),
          about: about.name,
          time: describeMoment(dayOf(at), timeOf(at)),
          note: kind === 'returned' ? note : noticeTitles[kind],
        });
      }
      await context.step(id, (transaction) => removeToSend(transaction, id));
    }
  },
};
