import { mayAdmit } from '#shared/access/admit';
import { refuse } from '#shared/contract/errors';
import { resumeMember } from '#shared/contract/resume-member';
import { onWrite } from '../entry/handler';
import { findMember, resumeMembership } from '../store/memberships';

export const resumeMemberHandler = onWrite(
  resumeMember,
  async ({ membershipId }, { caller, transaction }) => {
    const { membership, unit } = await findMember(transaction, membershipId);
    if (!caller.able.some((each) => mayAdmit(each, unit, membership.role))) throw refuse('FORBIDDEN', {});
    if (membership.state !== 'suspended') throw refuse('FROZEN', { state: `member-${membership.state}` });
    return { member: await resumeMembership(transaction, membership) };
  },
);
