import { coHosting } from '../../record/co-hosting';
import { editionId } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Who asks to be a co-host and waits for an answer of the unit, or of the records a reviewer reviews (待答复), or what the own unit
 * asked and was answered (本单位的联合主办); the latest first.
 */
export const listCoHosts = action('listCoHosts', {
  request: z.strictObject({
    which: z.enum(['waiting', 'own']),
    after: z.string().max(80).nullable(),
    /** An earlier edition; null for the one that is on. */
    editionId: editionId.nullable().default(null),
  }),
  reply: z.object({ coHostings: z.array(coHosting), next: z.string().nullable() }),
});
