import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { ownApplication } from '../unit/unit-views';

/** Takes one's own application back (撤回申请) before it is decided. */
export const withdrawApplication = action('withdrawApplication', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ application: ownApplication }),
});
