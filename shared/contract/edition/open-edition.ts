import { editionId, editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Lets an edition take records (启动): one that was prepared, or one that was closed too early. The first one becomes current. */
export const openEdition = action('openEdition', {
  request: z.strictObject({ id: editionId, revision: z.int().min(1) }),
  reply: z.object({ edition: editionView }),
});
