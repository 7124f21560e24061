import { editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Makes an edition the one that everybody sees (设为本届), in place of the one that was. FROZEN while it is being prepared. */
export const makeEditionCurrent = action('makeEditionCurrent', {
  request: z.strictObject({ id: editionId }),
  reply: z.object({ edition: editionView }),
});
