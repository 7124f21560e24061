import { mayAdmit } from '#shared/access/admit';
import { refuse } from '#shared/contract/errors';
import { suspendMember } from '#shared/contract/suspend-member';
import { onDecidedWrite } from '../entry/handler';
import { endMembership, findMember, gatherBureauStaff } from '../store/memberships';

export const suspendMemberHandler = onDecidedWrite(suspendMember, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ membershipId }, { caller, now, transaction }, bureau) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.able.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.openid === caller.openid) throw refuse('FROZEN', { state: 'own-membership' });
    if (membership.state !== 'active') throw refuse('FROZEN', { state: `member-${membership.state}` });
    return { member: await endMembership(transaction, membership, { state: 'suspended', now }, bureau) };
  },
});
