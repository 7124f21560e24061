import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { refuse } from '#shared/refusal/errors';
import { onDecidedWrite } from '../entry/handler';
import {
  countInvitationTry,
  findInvitation,
  leadOfCode,
  openInvitation,
  settleInvitation,
} from '../store/people/invitations';
import { findOwnMember, gatherMembers, shownMembership } from '../store/people/memberships';
import { findUnit } from '../store/unit/units';
import { endHandedOver } from '../work/people/end-membership';
import { joinUnit, type Joining } from '../work/people/join-unit';

export const acceptInvitationHandler = onDecidedWrite(acceptInvitation, {
  prepare: (_input, { caller, now }) => countInvitationTry(caller.openid, now),
  gather: async ({ code }, { database }) => {
    const lead = await leadOfCode(database, code);
    if (lead === null) return null;
    const { unitId } = await findInvitation(database, lead.invitationId);
    return { lead, members: await gatherMembers(database, await findUnit(database, unitId)) };
  },
  run: async ({ alias }, { caller, now, transaction }, found) => {
    const { openid } = caller;
    if (found === null) throw refuse('NOT_FOUND', { what: 'invitation' });
    const { invitation, unit } = await openInvitation(transaction, found.lead, now);
    const { role, endsMembershipId, invitedBy } = invitation;
    if (endsMembershipId !== null && invitedBy === openid)
      throw refuse('FROZEN', { state: 'own-membership' });
    const how = endsMembershipId === null ? 'invitation' : 'handover';
    const joining: Joining = { openid, role, alias, how, now };
    const joined = await joinUnit(transaction, unit, joining, found.members);
    if (endsMembershipId !== null) {
      const leaving = await findOwnMember(transaction, endsMembershipId, invitedBy);
      await endHandedOver(transaction, leaving.membership, now);
    }
    await settleInvitation(transaction, invitation, 'accepted');
    return { membership: shownMembership(joined) };
  },
});
