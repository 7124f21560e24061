import { bulletinReference } from './bulletin-reference';
import { bulletinView } from '../../bulletin/bulletin';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Compiles a day's bulletin (汇编简报), as the timer does by itself. Again it gives the same, and leaves what the staff decided.
 * FROZEN with `bulletin-collecting` while the day or an exception for it still runs, with `bulletin-issued` once it is issued.
 */
export const compileBulletin = action('compileBulletin', {
  request: z.strictObject(bulletinReference),
  reply: z.object({ bulletin: bulletinView }),
});
