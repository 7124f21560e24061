import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** The codes a venue shows for check-in (签到码), two hours ahead so that the phone may lose its network, and how many were counted. */
export const openCheckIn = action('openCheckIn', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({
    name: z.string(),
    /** From and until when codes count; UTC milliseconds. */
    opensAt: z.int(),
    closesAt: z.int(),
    counted: z.int(),
    slotMs: z.int(),
    /** The first code's minute, then one code a minute. */
    firstSlot: z.int(),
    codes: z.array(z.string()),
  }),
});
