import { mayAdmit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { onDecidedWrite } from '../../entry/handler';
import { findMember, gatherBureauStaff } from '../../store/people/memberships';
import { endMembership } from '../../work/people/end-membership';

export const suspendMemberHandler = onDecidedWrite(suspendMember, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ membershipId }, { caller, now, transaction }, bureau) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.eligible.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.openid === caller.openid) throw refuse('FROZEN', { state: 'own-membership' });
    if (membership.state !== 'active') throw refuse('FROZEN', { state: `member-${membership.state}` });
    return { member: await endMembership(transaction, membership, { state: 'suspended', now }, bureau) };
  },
});
