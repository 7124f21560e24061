import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Leaves a unit one is an active member of (退出单位). NOT_FOUND for any other; FROZEN for the bureau's last member, who has to hand over. */
export const leaveUnit = action('leaveUnit', {
  request: z.strictObject({ membershipId: recordId }),
  reply: z.object({ id: z.string() }),
});
