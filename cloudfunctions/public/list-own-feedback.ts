import { listOwnFeedback } from '#shared/contract/list-own-feedback';
import { onRead } from '../entry/handler';
import { feedbackOf } from '../store/feedback';

export const listOwnFeedbackHandler = onRead(listOwnFeedback, async (_input, { caller, database }) => ({
  feedback: await feedbackOf(database, caller.openid),
}));
