import { showcaseKind } from '../../record/showcase';
import { z } from '../../zod';
import { action } from '../action';
import { showcaseCard } from '../record/showcase-views';

/** The public's list of accepted showcases, of one kind or of all, the latest first, a page at a time. */
export const listShowcases = action('listShowcases', {
  request: z.strictObject({ kind: showcaseKind.nullable(), after: z.string().max(80).nullable() }),
  reply: z.object({ showcases: z.array(showcaseCard), next: z.string().nullable() }),
});
