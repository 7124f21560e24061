import { z } from '../../zod';
import { action } from '../action';
import { submissionView, summaryId } from './summary-views';

/**
 * Submits a version (报送): a city's to the province, the province's to the ministry. After the edition's day it is late and is
 * taken all the same. FROZEN: `unseen-changes` while changes after acceptance wait to be looked at, `submitted` for the version
 * that is submitted already or an older one, `not-for-submission` for a scope that is submitted to nobody.
 */
export const submitSummary = action('submitSummary', {
  request: z.strictObject({ summaryId }),
  reply: submissionView,
});
