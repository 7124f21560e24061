import { editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Closes an edition (归档): it is read and no longer changed. FROZEN before its last day's cut-off. */
export const closeEdition = action('closeEdition', {
  request: z.strictObject({ id: editionId, revision: z.int().min(1) }),
  reply: z.object({ edition: editionView }),
});
