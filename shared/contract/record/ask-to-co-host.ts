import { coHosting } from '../../record/co-hosting';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Asks the unit that logged an activity to be its co-host (请求联合主办), instead of logging it again. Asking twice asks once. FROZEN
 * when the activity is returned, withdrawn or merged, and with `co-host-refused` when that unit has said no.
 */
export const askToCoHost = action('askToCoHost', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ coHosting }),
});
