import { showcase, showcaseDraft } from '../../record/showcase';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/**
 * Hands in a showcase, or changes one (填报、修改典型). Once it is accepted a change needs a reason and is counted.
 * Refuses with INVALID_INPUT, CONFLICT, FROZEN when it is withdrawn, FORBIDDEN for another unit's, CONTENT_REJECTED.
 */
export const saveShowcase = action('saveShowcase', {
  request: z.strictObject({
    /** Null for a new one; else the record and the revision that was opened. */
    change: z.strictObject({ id: recordId, revision: z.int().min(1) }).nullable(),
    showcase: showcaseDraft,
    reason: line.max(100).default(''),
  }),
  reply: z.object({ showcase }),
});
