import { invitation } from '../../people/invitation';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** The invitations of a unit that nobody has used (未用的邀请), the latest first; expired ones too, without their codes. */
export const listInvitations = action('listInvitations', {
  request: z.strictObject({ unitId: recordId }),
  reply: z.object({
    invitations: z.array(
      invitation
        .pick({ id: true, role: true, createdAt: true, expiresAt: true })
        .extend({ expired: z.boolean(), handsOver: z.boolean() }),
    ),
  }),
});
