import { z } from '../../zod';
import { action } from '../action';
import { summaryId } from './summary-views';

/** Writes a compiled summary as the workbook of the notice (情况汇总表). The address is good for some minutes. */
export const exportWorkbook = action('exportWorkbook', {
  request: z.strictObject({ summaryId }),
  reply: z.object({ fileName: z.string(), url: z.string(), bytes: z.int() }),
});
