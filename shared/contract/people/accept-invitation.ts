import { typedCode } from '../../people/invitation';
import { alias } from '../../people/membership';
import { z } from '../../zod';
import { action } from '../action';
import { ownMembership } from '../unit/unit-views';

/** Joins a unit by an invitation (接受邀请), which is then used up. Refused as `readInvitation` is, and FROZEN for who is in already. */
export const acceptInvitation = action('acceptInvitation', {
  request: z.strictObject({ code: typedCode, alias }),
  reply: z.object({ membership: ownMembership }),
});
