import { z } from '../../zod';
import { action } from '../action';
import { recordId } from './read-activity';
import { showcaseDetail } from '../record/showcase-views';

/** One showcase as the public reads it. NOT_FOUND when it is not, or no longer, for the public. */
export const readShowcase = action('readShowcase', {
  request: z.strictObject({ id: recordId }),
  reply: z.object({ showcase: showcaseDetail }),
});
