import { editionId, editionView } from '../../week/edition';
import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Closes an edition (归档): it is read and no longer changed. FROZEN before its last day's cut-off, and while its records are worked
 * out again. While something is still open (see `openClosing`) INVALID_INPUT at `reason` without one.
 */
export const closeEdition = action('closeEdition', {
  request: z.strictObject({ id: editionId, revision: z.int().min(1), reason: line.max(200).default('') }),
  reply: z.object({ edition: editionView }),
});
