import { mayAdmit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { resumeMember } from '#shared/contract/people/resume-member';
import { onWrite } from '../../entry/handler';
import { findMember } from '../../store/people/memberships';
import { tellMember } from '../../work/notice/tell-member';
import { resumeMembership } from '../../work/people/end-membership';

export const resumeMemberHandler = onWrite(
  resumeMember,
  async ({ membershipId }, { caller, now, transaction, newId }) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.eligible.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.state !== 'suspended') throw refuse('FROZEN', { state: `member-${membership.state}` });
    const { openid } = membership;
    const told = { openid, unit, kind: 'membership-resumed', note: '', event: newId, now } as const;
    await tellMember(transaction, told);
    return { member: await resumeMembership(transaction, membership) };
  },
);
