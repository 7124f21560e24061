import { z } from '../../zod';
import { action } from '../action';
import { compilation, summaryId } from './summary-views';

/** Goes on with a compilation (继续汇总); once it is done, says what it made. */
export const continueSummary = action('continueSummary', {
  request: z.strictObject({ summaryId }),
  reply: compilation,
});
