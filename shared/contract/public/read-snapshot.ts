import { askedEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Where the published snapshot of an edition lies (公开快照): what the public sees of a week, in parts, each a file that never
 * changes under its address. A phone that has a part's digest already need not fetch it again.
 */
export const readSnapshot = action('readSnapshot', {
  request: z.strictObject({ editionId: askedEdition }),
  reply: z.object({
    editionId: z.string(),
    version: z.int(),
    builtAt: z.int(),
    parts: z.array(z.object({ part: z.string(), digest: z.string(), bytes: z.int(), url: z.string() })),
  }),
});
