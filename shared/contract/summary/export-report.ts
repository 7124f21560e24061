import { z } from '../../zod';
import { action } from '../action';
import { summaryId } from './summary-views';

/** Writes the report (总结) as a .docx: a version's figures with the staff's text as it is now. The address is good for some minutes. */
export const exportReport = action('exportReport', {
  request: z.strictObject({ summaryId }),
  reply: z.object({ fileName: z.string(), url: z.string(), bytes: z.int() }),
});
