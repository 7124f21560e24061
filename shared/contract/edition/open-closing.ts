import { stillOpen } from '../../week/closing';
import { editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** What an edition still has open before it is closed (归档前核对), and whether closing it as it is wants a reason. */
export const openClosing = action('openClosing', {
  request: z.strictObject({ id: editionId }),
  reply: z.object({
    edition: editionView.pick({ id: true, title: true, state: true, revision: true, current: true }),
    stillOpen,
    wantsReason: z.boolean(),
  }),
});
