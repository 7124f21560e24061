import { mayAdmit } from '#shared/access/admit';
import { refuse } from '#shared/contract/errors';
import { revokeInvitation } from '#shared/contract/revoke-invitation';
import { onWrite } from '../entry/handler';
import { findInvitation, settleInvitation } from '../store/invitations';
import { findUnit } from '../store/units';

export const revokeInvitationHandler = onWrite(revokeInvitation, async ({ id }, { caller, transaction }) => {
  const invitation = await findInvitation(transaction, id);
  const unit = await findUnit(transaction, invitation.unitId);
  const isOwn = invitation.invitedBy === caller.openid;
  if (!isOwn && !caller.able.some((each) => mayAdmit(each, unit, invitation.role)))
    throw refuse('FORBIDDEN', {});
  if (invitation.state !== 'open') throw refuse('FROZEN', { state: `invitation-${invitation.state}` });
  await settleInvitation(transaction, invitation, 'revoked');
  return { id };
});
