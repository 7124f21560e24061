import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { submissionView } from './summary-views';

/** Gives a city's submission back with a reason (退回). FROZEN when it was given back already or a later one came. */
export const returnSubmission = action('returnSubmission', {
  request: z.strictObject({ submissionId: z.string().regex(/^[0-9a-f]{32}$/), reason: line.min(2).max(200) }),
  reply: submissionView,
});
