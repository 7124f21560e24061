import { mayAdmit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { revokeInvitation } from '#shared/contract/people/revoke-invitation';
import { onWrite } from '../../entry/handler';
import { findInvitation, settleInvitation } from '../../store/people/invitations';
import { findUnit } from '../../store/unit/units';

export const revokeInvitationHandler = onWrite(revokeInvitation, async ({ id }, { caller, transaction }) => {
  const invitation = await findInvitation(transaction, id);
  const unit = await findUnit(transaction, invitation.unitId);
  const isOwn = invitation.invitedBy === caller.openid;
  if (!isOwn && !caller.eligible.some((each) => mayAdmit(each, unit, invitation.role)))
    throw refuse('FORBIDDEN', {});
  if (invitation.state !== 'open') throw refuse('FROZEN', { state: `invitation-${invitation.state}` });
  await settleInvitation(transaction, invitation, 'revoked');
  return { id };
});
