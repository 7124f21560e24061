import { z } from '../../zod';
import { action } from '../action';
import { newInvitation } from './invite-member';
import { recordId } from '../public/read-activity';

/** Hands one's own place in a unit to somebody else (移交): an invitation that ends the membership when it is accepted. */
export const handOver = action('handOver', {
  request: z.strictObject({ membershipId: recordId }),
  reply: newInvitation,
});
