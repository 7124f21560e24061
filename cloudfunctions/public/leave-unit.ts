import { leaveUnit } from '#shared/contract/people/leave-unit';
import { onDecidedWrite } from '../entry/handler';
import { findOwnMember, gatherBureauStaff, shownMembership } from '../store/people/memberships';
import { endMembership } from '../work/people/end-membership';

export const leaveUnitHandler = onDecidedWrite(leaveUnit, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ membershipId }, { caller, now, transaction }, bureau) => {
    const { membership, unit } = await findOwnMember(transaction, membershipId, caller.openid);
    const left = await endMembership(transaction, membership, { state: 'left', now }, bureau);
    return shownMembership({ membership: left, unit });
  },
});
