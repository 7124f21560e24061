import { doubleState } from '../../double/doubles';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Holds a pair to be two events (不是同一场): it is not brought up again. FROZEN when it is not open. */
export const dismissDouble = action('dismissDouble', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ id: z.string(), state: doubleState }),
});
