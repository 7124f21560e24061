import { askedEdition } from '../../week/edition';
import { paragraphs } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';

/** A complaint or suggestion (意见建议), from anyone and without a name. CONTENT_REJECTED, RATE_LIMITED after five in a day. */
export const submitFeedback = action('submitFeedback', {
  request: z.strictObject({
    editionId: askedEdition,
    text: paragraphs.min(5).max(500),
    /** The page it was written on, to understand it by. */
    page: z.string().max(80),
  }),
  reply: z.object({ id: z.string() }),
});
