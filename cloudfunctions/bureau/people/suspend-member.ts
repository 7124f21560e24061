import { mayAdmit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { onDecidedWrite } from '../../entry/handler';
import { findMember, gatherBureauStaff } from '../../store/people/memberships';
import { tellMember } from '../../work/notice/tell-member';
import { endMembership } from '../../work/people/end-membership';

export const suspendMemberHandler = onDecidedWrite(suspendMember, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ membershipId }, { caller, now, transaction, newId }, bureau) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.eligible.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.openid === caller.openid) throw refuse('FROZEN', { state: 'own-membership' });
    if (membership.state !== 'active') throw refuse('FROZEN', { state: `member-${membership.state}` });
    const { openid } = membership;
    const told = { openid, unit, kind: 'membership-ended', note: '', event: newId, now } as const;
    await tellMember(transaction, told);
    return { member: await endMembership(transaction, membership, { state: 'suspended', now }, bureau) };
  },
});
