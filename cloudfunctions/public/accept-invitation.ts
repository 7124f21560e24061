import { acceptInvitation } from '#shared/contract/accept-invitation';
import { refuse } from '#shared/contract/errors';
import { onPreparedWrite } from '../entry/handler';
import { countInvitationTry, invitationOfCode, settleInvitation } from '../store/invitations';
import { endHandedOver, findOwnMembership, joinUnit } from '../store/memberships';

export const acceptInvitationHandler = onPreparedWrite(
  acceptInvitation,
  (_input, { caller, now }) => countInvitationTry(caller.openid, now),
  async ({ code, alias }, { caller, now, transaction }) => {
    const { invitation, unit } = await invitationOfCode(transaction, code, now);
    const { role, endsMembershipId, invitedBy } = invitation;
    if (endsMembershipId !== null && invitedBy === caller.openid)
      throw refuse('FROZEN', { state: 'own-membership' });
    const membership = await joinUnit(transaction, unit, {
      openid: caller.openid,
      role,
      alias,
      how: endsMembershipId === null ? 'invitation' : 'handover',
      now,
    });
    if (endsMembershipId !== null) {
      const leaving = await findOwnMembership(transaction, endsMembershipId, invitedBy);
      await endHandedOver(transaction, leaving, now);
    }
    await settleInvitation(transaction, invitation, 'accepted');
    return { membership };
  },
);
