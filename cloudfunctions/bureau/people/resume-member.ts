import { mayAdmit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { resumeMember } from '#shared/contract/people/resume-member';
import { onWrite } from '../../entry/handler';
import { findMember } from '../../store/people/memberships';
import { resumeMembership } from '../../work/people/end-membership';

export const resumeMemberHandler = onWrite(
  resumeMember,
  async ({ membershipId }, { caller, transaction }) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.eligible.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.state !== 'suspended') throw refuse('FROZEN', { state: `member-${membership.state}` });
    return { member: await resumeMembership(transaction, membership) };
  },
);
