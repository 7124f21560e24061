import { z } from '../../zod';
import { action } from '../action';
import { summaryDetail, summaryId } from './summary-views';

/** One compiled version with all its totals and what became of it. */
export const readSummary = action('readSummary', {
  request: z.strictObject({ summaryId }),
  reply: summaryDetail,
});
