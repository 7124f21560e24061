import { coHosting } from '../../record/co-hosting';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Leaves an activity as its co-host (退出联合主办), or takes back the wish to be one. NOT_FOUND when the unit is none. */
export const leaveAsCoHost = action('leaveAsCoHost', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ coHosting }),
});
