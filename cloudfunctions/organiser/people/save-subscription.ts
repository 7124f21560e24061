import { saveSubscription } from '#shared/contract/people/save-subscription';
import { onWrite } from '../../entry/handler';
import { savedUpFor, saveUp } from '../../store/people/subscriptions';

export const saveSubscriptionHandler = onWrite(
  saveSubscription,
  async ({ message, isAccepted }, { caller, now, transaction }) => ({
    message,
    savedUp: isAccepted
      ? await saveUp(transaction, caller.openid, message, now)
      : await savedUpFor(transaction, caller.openid, message),
  }),
);
