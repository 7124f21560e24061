import { editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Every edition (各届), the latest first. One that is being prepared is shown to the bureau alone. */
export const listEditions = action({
  function: 'organiser',
  name: 'listEditions',
  writes: false,
  request: z.strictObject({}),
  reply: z.object({ editions: z.array(editionView) }),
});
