import { saveSubscription } from '#shared/contract/save-subscription';
import { onWrite } from '../entry/handler';
import { savedUpFor, saveUp } from '../store/subscriptions';

export const saveSubscriptionHandler = onWrite(
  saveSubscription,
  async ({ message, isAccepted }, { caller, transaction }) => ({
    message,
    savedUp: isAccepted
      ? await saveUp(transaction, caller.openid, message)
      : await savedUpFor(transaction, caller.openid, message),
  }),
);
