import { mayAdmit } from '#shared/access/admit';
import { refuse } from '#shared/contract/errors';
import { suspendMember } from '#shared/contract/suspend-member';
import { onWrite } from '../entry/handler';
import { endMembership, findMembership } from '../store/memberships';

export const suspendMemberHandler = onWrite(
  suspendMember,
  async ({ membershipId }, { caller, now, transaction }) => {
    const kept = await findMembership(transaction, membershipId);
    const unit = { id: kept.unitId, city: kept.city };
    if (!caller.able.some((each) => mayAdmit(each, unit, kept.role))) throw refuse('FORBIDDEN', {});
    if (kept.openid === caller.openid) throw refuse('FROZEN', { state: 'own-membership' });
    if (kept.state !== 'active') throw refuse('FROZEN', { state: `member-${kept.state}` });
    return { member: await endMembership(transaction, kept, { state: 'suspended', now }) };
  },
);
