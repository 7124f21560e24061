import { dayMs } from '#shared/ground/durations';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { onPreparedWrite } from '../entry/handler';
import { insertApplication } from '../store/people/applications';
import { countAttempt } from '../store/rate-limits';
import { findActiveUnit } from '../store/unit/units';
import { requireNewcomer } from '../work/people/join-unit';

/** Whoever withdraws and asks again all day keeps others busy. */
const applicationsADay = 10;

export const applyForMembershipHandler = onPreparedWrite(
  applyForMembership,
  (_input, { caller, now }) =>
    countAttempt({ purpose: 'apply', openid: caller.openid, most: applicationsADay, perMs: dayMs, now }),
  async ({ unitId, alias, note }, { caller, now, transaction, newId }) => {
    const { openid } = caller;
    const unit = await findActiveUnit(transaction, unitId);
    await requireNewcomer(transaction, unit, { openid, role: 'organiser' });
    const application = await insertApplication(transaction, { id: newId, openid, unit, alias, note, now });
    return { application };
  },
);
