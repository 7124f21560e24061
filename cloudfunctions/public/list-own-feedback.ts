import { listOwnFeedback } from '#shared/contract/public/list-own-feedback';
import { onRead } from '../entry/handler';
import { feedbackOf } from '../store/public/feedback';

export const listOwnFeedbackHandler = onRead(listOwnFeedback, async (_input, { caller, database }) => ({
  feedback: await feedbackOf(database, caller.openid),
}));
