import { z } from '../../zod';
import { action } from '../action';

/** The messages a member can be sent (订阅消息): `nudge` 待办提醒, `returned` 退回通知, `notice` 其他通知. */
const memberMessage = z.enum(['nudge', 'returned', 'notice']);
export type MemberMessage = z.infer<typeof memberMessage>;

/** Saves up a member's yes to one more message of a kind; a no changes nothing. */
export const saveSubscription = action('saveSubscription', {
  request: z.strictObject({ message: memberMessage, isAccepted: z.boolean() }),
  reply: z.object({ message: memberMessage, savedUp: z.int() }),
});
