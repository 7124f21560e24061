import { coHost } from '../../record/co-host';
import { coHostAnswer, coHosting } from '../../record/co-hosting';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Says yes or no to a unit that asks to be a co-host of the own record (答复联合主办), or takes a co-host off it; for the record's unit,
 * or its reviewer. The same answer again changes nothing. NOT_FOUND when that unit never asked, FROZEN when it was decided otherwise.
 */
export const answerCoHost = action('answerCoHost', {
  request: z.strictObject({
    id: recordId,
    /** The unit that asks, or is a co-host. */
    unitId: coHost.shape.unitId.unwrap(),
    answer: coHostAnswer,
  }),
  reply: z.object({ coHosting }),
});
