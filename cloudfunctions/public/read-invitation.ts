import { readInvitation } from '#shared/contract/people/read-invitation';
import { onRead } from '../entry/handler';
import { countInvitationTry, leadOfCode, openInvitation } from '../store/people/invitations';

export const readInvitationHandler = onRead(readInvitation, async ({ code }, { caller, now, database }) => {
  await countInvitationTry(caller.openid, now);
  const { invitation, unit } = await openInvitation(database, await leadOfCode(database, code), now);
  const { role, expiresAt, endsMembershipId } = invitation;
  return { unit, role, expiresAt, handsOver: endsMembershipId !== null };
});
