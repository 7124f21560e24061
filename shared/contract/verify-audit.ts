import { z } from '../zod';
import { action } from './action';

const position = z.object({ number: z.int(), hash: z.string() });

/**
 * Verifies a stretch of one chain of the audit (核验操作记录): that no entry is missing, changed or cut off. Called again with
 * the position it came to until it is done; the chains are named 0 to f.
 */
export const verifyAudit = action({
  function: 'bureau',
  name: 'verifyAudit',
  writes: false,
  request: z.strictObject({
    chain: z.string().regex(/^[0-9a-f]$/),
    from: z.strictObject({ number: z.int().min(0), hash: z.string().max(64) }).nullable(),
  }),
  reply: z.object({
    position,
    isDone: z.boolean(),
    fault: z.object({ number: z.int(), fault: z.enum(['missing', 'changed', 'broken', 'cut']) }).nullable(),
  }),
});
