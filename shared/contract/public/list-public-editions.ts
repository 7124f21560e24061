import { editionView } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';

/** Every edition that has begun (历届活动周), the latest first, for the public: its days, and whether it is the one that is on. */
export const listPublicEditions = action('listPublicEditions', {
  request: z.strictObject({}),
  reply: z.object({
    editions: z.array(
      editionView.pick({
        id: true,
        title: true,
        theme: true,
        firstDay: true,
        lastDay: true,
        state: true,
        current: true,
      }),
    ),
  }),
});
