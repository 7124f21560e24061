import { refuse } from '#shared/refusal/errors';
import { withdrawApplication } from '#shared/contract/people/withdraw-application';
import { onWrite } from '../entry/handler';
import { findApplication, settleApplication } from '../store/people/applications';

export const withdrawApplicationHandler = onWrite(
  withdrawApplication,
  async ({ id }, { caller, now, transaction }) => {
    const kept = await findApplication(transaction, id);
    if (kept.openid !== caller.openid) throw refuse('NOT_FOUND', { what: 'application' });
    const application = await settleApplication(transaction, kept, { state: 'withdrawn', reason: '', now });
    return { application };
  },
);
