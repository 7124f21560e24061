import { editionFields, editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Sets up a new edition (新建一届), which is then being prepared. What is not given is taken over from an earlier one;
 * INVALID_INPUT when something is still missing, or does not go together.
 */
export const createEdition = action('createEdition', {
  request: z.strictObject({
    /** The year. */
    id: editionId,
    /** The edition whose fields are taken over where none are given; null for none. */
    from: editionId.nullable(),
    fields: editionFields.partial(),
  }),
  reply: z.object({ edition: editionView }),
});
