import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';
import { checkedKind } from '../../record/record-kind';

/**
 * A named person decides, with the text in sight, what the content check left open (人工核): the text when `fileId` is null, else that
 * picture. A rejected text goes back to its unit. CONFLICT when it was changed or decided meanwhile.
 */
export const decideCheck = action('decideCheck', {
  request: z.strictObject({
    kind: checkedKind,
    id: recordId,
    revision: z.int().min(1),
    fileId: recordId.nullable(),
    decision: z.enum(['passed', 'rejected']),
  }),
  reply: z.object({ id: z.string(), revision: z.int() }),
});
