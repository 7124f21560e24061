import { editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Every edition (各届), the latest first. One that is being prepared is shown to the bureau alone. */
export const listEditions = action('listEditions', {
  request: z.strictObject({}),
  reply: z.object({ editions: z.array(editionView) }),
});
