import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Takes an invitation back (撤销邀请) before anybody used it. */
export const revokeInvitation = action('revokeInvitation', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ id: z.string() }),
});
