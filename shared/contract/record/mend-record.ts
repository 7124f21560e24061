import { recordKind } from '../../record/record-kind';
import { z } from '../../zod';
import { action } from '../action';
import { recordRevision, steppedRecord } from './record-reference';

const mostTexts = 10;

/**
 * Mends slips in the words of a unit's record (改错字), as its reviewer, before the public or the ministry sees it; the unit is told.
 * FROZEN when it is public, accepted, returned or withdrawn, or a closed bulletin has it; CONTENT_REJECTED, CONFLICT.
 */
export const mendRecord = action('mendRecord', {
  request: z.strictObject({
    ...recordRevision.shape,
    texts: z
      .array(z.strictObject({ field: z.string().max(40), text: z.string().max(5000) }))
      .min(1)
      .max(mostTexts),
  }),
  reply: steppedRecord.extend({ kind: recordKind }),
});
