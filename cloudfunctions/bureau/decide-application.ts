import { decideApplication } from '#shared/contract/decide-application';
import { onWrite } from '../entry/handler';
import { findApplication, settleApplication } from '../store/applications';
import { joinUnit } from '../store/memberships';
import { findUnit } from '../store/units';

export const decideApplicationHandler = onWrite(
  decideApplication,
  async ({ id, decision }, { caller, now, transaction }) => {
    const kept = await findApplication(transaction, id);
    const unit = await findUnit(transaction, kept.unitId);
    caller.require({ unitId: unit.id, unitCity: unit.city });
    const application = await settleApplication(transaction, kept, {
      state: decision.result,
      reason: decision.result === 'declined' ? decision.reason : '',
      now,
    });
    if (decision.result === 'approved') {
      const { openid, alias } = kept;
      await joinUnit(transaction, unit, { openid, role: 'organiser', alias, how: 'application', now });
    }
    return { application };
  },
);
