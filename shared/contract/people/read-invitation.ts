import { typedCode } from '../../people/invitation';
import { role } from '../../people/membership';
import { z } from '../../zod';
import { action } from '../action';
import { unitCard } from '../unit/unit-views';

/**
 * What an invitation is for, before it is accepted. NOT_FOUND for one that never was, was used or taken back;
 * DEADLINE_PASSED for one that is over; RATE_LIMITED after many tries.
 */
export const readInvitation = action('readInvitation', {
  request: z.strictObject({ code: typedCode }),
  reply: z.object({
    unit: unitCard,
    role,
    expiresAt: z.int(),
    /** Whether somebody leaves the place that is taken. */
    handsOver: z.boolean(),
  }),
});
