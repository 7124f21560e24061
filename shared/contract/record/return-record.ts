import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordRevision, steppedRecord } from './record-reference';

/**
 * Gives a record back to its unit (退回): why, and which of its fields are wrong; none when it is the whole. Reported,
 * announced and accepted ones can be; FROZEN otherwise. A field that its kind has not is refused.
 */
export const returnRecord = action('returnRecord', {
  request: z.strictObject({
    ...recordRevision.shape,
    reason: line.min(2).max(200),
    fields: z.array(z.string().max(40)).max(30),
  }),
  reply: steppedRecord,
});
