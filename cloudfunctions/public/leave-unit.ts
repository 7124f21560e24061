import { leaveUnit } from '#shared/contract/leave-unit';
import { onDecidedWrite } from '../entry/handler';
import { endMembership, findOwnMember, gatherBureauStaff, shownMembership } from '../store/memberships';

export const leaveUnitHandler = onDecidedWrite(leaveUnit, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ membershipId }, { caller, now, transaction }, bureau) => {
    const { membership, unit } = await findOwnMember(transaction, membershipId, caller.openid);
    const left = await endMembership(transaction, membership, { state: 'left', now }, bureau);
    return shownMembership({ membership: left, unit });
  },
});
