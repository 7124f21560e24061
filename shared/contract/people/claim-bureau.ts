import { alias } from '../../people/membership';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { ownMembership } from '../unit/unit-views';

/**
 * Makes the first member of the bureau's staff (认领), by the code the deployment set, once a code. With a new code, for a reason, it makes
 * another in place of one that was lost, and all members are told. NOT_FOUND for a wrong code, RATE_LIMITED after a few, FROZEN when
 * it was claimed with this code before, INVALID_INPUT at `reason` when it was with another and no reason is given.
 */
export const claimBureau = action('claimBureau', {
  request: z.strictObject({
    code: z.string().trim().min(1).max(100),
    alias,
    /** Why somebody takes the place of the administrator there was; empty for the first. */
    reason: line.max(200).default(''),
  }),
  reply: z.object({ membership: ownMembership }),
});
