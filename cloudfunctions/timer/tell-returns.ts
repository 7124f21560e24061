import { dayOf, describeMoment, timeOf } from '#shared/week/guangdong-time';
import type { Job } from '../entry/serve-timer';
import { sendMessage } from '../platform/messages';
import { activeMembersOf } from '../store/memberships';
import { returnsToTell, takeReturnToTell } from '../store/outbox';
import { useUp } from '../store/subscriptions';

const atOnce = 50;

/**
 * Tells the members of a unit that agreed to it that a record was returned (退回通知), once: the mark and the members' yes are
 * used up before anything goes out.
 */
export const tellReturns: Job = {
  name: 'tell-returns',
  dueAt: () => 'always',
  async run({ database, step }) {
    for (const { id, unitId, name, reason, at } of await returnsToTell(database, atOnce)) {
      const members = await activeMembersOf(database, unitId);
      const agreed = await step(id, async (transaction) => {
        if (!(await takeReturnToTell(transaction, id))) return [];
        const willing: string[] = [];
        for (const { openid } of members) {
          if (await useUp(transaction, openid, 'returned')) willing.push(openid);
        }
        return willing;
      });
      for (const to of agreed) {
        await sendMessage({
          template: 'returned',
          to,
          page: 'organiser/pages/workbench/index',
          about: name,
          time: describeMoment(dayOf(at), timeOf(at)),
          note: reason,
        });
      }
    }
  },
};
