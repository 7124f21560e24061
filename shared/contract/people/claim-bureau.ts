import { alias } from '../../people/membership';
import { z } from '../../zod';
import { action } from '../action';
import { ownMembership } from '../unit/unit-views';

/**
 * Makes the first member of the bureau's staff (认领), by the code the deployment set, once.
 * NOT_FOUND for a wrong code, RATE_LIMITED after a few, FROZEN when it was claimed before.
 */
export const claimBureau = action('claimBureau', {
  request: z.strictObject({ code: z.string().trim().min(1).max(100), alias }),
  reply: z.object({ membership: ownMembership }),
});
