import { refuse } from '#shared/contract/errors';
import { withdrawApplication } from '#shared/contract/withdraw-application';
import { onWrite } from '../entry/handler';
import { findApplication, settleApplication } from '../store/applications';

export const withdrawApplicationHandler = onWrite(
  withdrawApplication,
  async ({ id }, { caller, now, transaction }) => {
    const kept = await findApplication(transaction, id);
    if (kept.openid !== caller.openid) throw refuse('NOT_FOUND', { what: 'application' });
    const application = await settleApplication(transaction, kept, { state: 'withdrawn', reason: '', now });
    return { application };
  },
);
