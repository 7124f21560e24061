import { bulletinReference } from './bulletin-reference';
import { z } from '../../zod';
import { action } from '../action';

/**
 * Writes a compiled or issued bulletin as a Word file after GB/T 9704 (导出简报). The address is good for some minutes.
 * FROZEN with `bulletin-open` before it is compiled.
 */
export const exportBulletin = action('exportBulletin', {
  request: z.strictObject(bulletinReference),
  reply: z.object({ fileName: z.string(), url: z.string(), bytes: z.int() }),
});
