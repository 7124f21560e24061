import { z } from '../../zod';
import { action } from '../action';

/** An empty .xlsx with the headings `importUnits` reads (单位名录模板). The address is good for some minutes. */
export const exportUnitTemplate = action('exportUnitTemplate', {
  request: z.strictObject({}),
  reply: z.object({ fileName: z.string(), url: z.string(), bytes: z.int() }),
});
