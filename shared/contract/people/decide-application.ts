import { z } from '../../zod';
import { line } from '../../ground/typed-text';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { ownApplication } from '../unit/unit-views';

/** Decides an application (审批): approved, the person is a member at once; declined, with the reason the person reads. */
export const decideApplication = action('decideApplication', {
  request: z.strictObject({
    id: recordId,
    decision: z.discriminatedUnion('result', [
      z.strictObject({ result: z.literal('approved') }),
      z.strictObject({ result: z.literal('declined'), reason: line.min(2).max(100) }),
    ]),
  }),
  reply: z.object({ application: ownApplication }),
});
