import { difference } from '../../summary/compare-snapshots';
import { z } from '../../zod';
import { action } from '../action';
import { summaryHead, summaryId } from './summary-views';

/** What one version has otherwise than an earlier one of the same scope (版本差异): records added, removed, changed, and the figures. */
export const compareSummaries = action('compareSummaries', {
  request: z.strictObject({ earlierId: summaryId, laterId: summaryId }),
  reply: z.object({
    earlier: summaryHead,
    later: summaryHead,
    differences: z.array(difference),
    /** How many more there are than are listed. */
    more: z.int(),
  }),
});
