import { mayAdmit } from '#shared/access/admit';
import { refuse } from '#shared/contract/errors';
import { resumeMember } from '#shared/contract/resume-member';
import { onWrite } from '../entry/handler';
import { findMembership, resumeMembership } from '../store/memberships';

export const resumeMemberHandler = onWrite(
  resumeMember,
  async ({ membershipId }, { caller, transaction }) => {
    const kept = await findMembership(transaction, membershipId);
    const unit = { id: kept.unitId, city: kept.city };
    if (!caller.able.some((each) => mayAdmit(each, unit, kept.role))) throw refuse('FORBIDDEN', {});
    if (kept.state !== 'suspended') throw refuse('FROZEN', { state: `member-${kept.state}` });
    return { member: await resumeMembership(transaction, kept) };
  },
);
