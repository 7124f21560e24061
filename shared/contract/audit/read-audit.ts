import { z } from '../../zod';
import { action } from '../action';

/** The audit as the bureau's staff read it (操作记录): who did what, when, and what it changed; the latest first. */
export const readAudit = action('readAudit', {
  request: z.strictObject({
    /** Entries about one record, or of one action; null for all. */
    about: z.string().max(120).nullable(),
    action: z.string().max(40).nullable(),
    /** The `next` of the page before; null for the latest entries. */
    before: z.string().max(40).nullable(),
  }),
  reply: z.object({
    entries: z.array(
      z.object({
        id: z.string(),
        at: z.int(),
        action: z.string(),
        unitId: z.string().nullable(),
        role: z.string().nullable(),
        openid: z.string().nullable(),
        hash: z.string(),
        changes: z.array(
          z.object({
            collection: z.string(),
            id: z.string(),
            before: z.looseObject({}).nullable(),
            after: z.looseObject({}).nullable(),
          }),
        ),
      }),
    ),
    next: z.string().nullable(),
    /** In words, what is known to be damaged; `verifyAudit` looks at everything. */
    damage: z.array(z.string()),
  }),
});
