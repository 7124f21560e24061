import { z } from '../../zod';
import { action } from '../action';
import { policyCard } from '../record/policy-views';

/** The public's list of accepted policies, the latest issued first, a page at a time. */
export const listPolicies = action('listPolicies', {
  request: z.strictObject({ after: z.string().max(80).nullable() }),
  reply: z.object({ policies: z.array(policyCard), next: z.string().nullable() }),
});
