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
    const wasAsleep = membership.state === 'unconfirmed';
    if (membership.state !== 'suspended' && !wasAsleep)
      throw refuse('FROZEN', { state: `member-${membership.state}` });
    const { openid } = membership;
    const kind = wasAsleep ? 'membership-confirmed' : 'membership-resumed';
    await tellMember(transaction, { openid, unit, kind, note: '', event: newId, now });
    return { member: await resumeMembership(transaction, membership, now) };
  },
);
