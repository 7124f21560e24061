import { z } from '../../zod';
import { action } from '../action';
import { ownApplication, ownMembership } from '../unit/unit-views';

/** What a person is, in which units, and what became of the applications (我的身份). */
export const myMemberships = action('myMemberships', {
  request: z.strictObject({}),
  reply: z.object({
    /** Active ones and suspended ones; a suspended one gives no right. */
    memberships: z.array(ownMembership),
    /** The latest first. */
    applications: z.array(ownApplication),
  }),
});
