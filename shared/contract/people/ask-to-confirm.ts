import { editionId } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Asks at a new edition who is still there (届次确认): the rights of all whom nobody has confirmed since it was set up sleep until their
 * reviewer does, except the bureau's own; each is told. Asked again, it asks only whom it did not reach. FROZEN for an edition that is closed.
 */
export const askToConfirm = action('askToConfirm', {
  request: z.strictObject({ editionId }),
  reply: z.object({ asked: z.int() }),
});
