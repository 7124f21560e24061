import { bulletinException } from '../../bulletin/bulletin-exception';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** Takes back an exception that nothing was reported under (撤销补报许可). FROZEN once something was. */
export const revokeException = action('revokeException', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ exception: bulletinException }),
});
