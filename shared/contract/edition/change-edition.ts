import { editionFields, editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Changes what an edition is run by (修改届次). What time has decided, and days and cities that have records, stay as they are:
 * INVALID_INPUT `already-decided` or `in-use` at the field. FROZEN once it is closed.
 */
export const changeEdition = action('changeEdition', {
  request: z.strictObject({ id: editionId, revision: z.int().min(1), fields: editionFields }),
  reply: z.object({ edition: editionView }),
});
