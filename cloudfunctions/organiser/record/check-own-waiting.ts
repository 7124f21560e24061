import { checkOwnWaiting } from '#shared/contract/record/check-own-waiting';
import { onSteps } from '../../entry/handler';
import { askAgain } from '../../work/record/ask-content-check';
import { waitingOf } from '../../store/record/content-checks';

/** As many as one call has time for; the rest has its turn the next time. */
const mostAtOnce = 10;

export const checkOwnWaitingHandler = onSteps(checkOwnWaiting, async (_input, context) => {
  const { caller, database, now } = context;
  const waiting = await waitingOf(database, caller.openid, mostAtOnce);
  for (const each of waiting) await askAgain({ ...each, seenAt: now }, context);
  return { asked: waiting.length };
});
