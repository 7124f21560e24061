import { leaveUnit } from '#shared/contract/leave-unit';
import { onWrite } from '../entry/handler';
import { endMembership, findOwnMembership } from '../store/memberships';

export const leaveUnitHandler = onWrite(leaveUnit, async ({ membershipId }, { caller, now, transaction }) => {
  const own = await findOwnMembership(transaction, membershipId, caller.openid);
  return endMembership(transaction, own, { state: 'left', now });
});
