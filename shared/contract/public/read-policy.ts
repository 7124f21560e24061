import { z } from '../../zod';
import { action } from '../action';
import { policyDetail } from '../record/policy-views';
import { recordId } from './read-activity';

/** One policy as the public reads it. NOT_FOUND when it is not, or no longer, for the public. */
export const readPolicy = action('readPolicy', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ policy: policyDetail }),
});
