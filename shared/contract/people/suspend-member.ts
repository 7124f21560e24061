import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { member } from '../unit/unit-views';

/** Takes a member's rights away at once (停用成员), until resumed. FROZEN for oneself and for the bureau's last member. */
export const suspendMember = action('suspendMember', {
  request: z.strictObject({ membershipId: recordId }),
  reply: z.object({ member }),
});
