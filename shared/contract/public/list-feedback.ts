import { askedEdition } from '../../week/edition';
import { feedback } from '../../feedback/feedback';
import { z } from '../../zod';
import { action } from '../action';

/** What people wrote (意见建议), open ones or answered ones, the latest first, a page at a time. */
export const listFeedback = action('listFeedback', {
  request: z.strictObject({
    editionId: askedEdition,
    isAnswered: z.boolean(),
    before: z.int().nullable(),
  }),
  reply: z.object({ feedback: z.array(feedback), next: z.int().nullable() }),
});
