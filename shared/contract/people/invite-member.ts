import { role } from '../../people/membership';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** An invitation as its code is handed out: the code is shown here and nowhere else. */
export const newInvitation = z.object({ id: z.string(), code: z.string(), expiresAt: z.int() });

/** Invites somebody into a unit (邀请): a code for one person, good for a week. FORBIDDEN beyond what `mayAdmit` says. */
export const inviteMember = action('inviteMember', {
  request: z.strictObject({ unitId: recordId, role }),
  reply: newInvitation,
});
