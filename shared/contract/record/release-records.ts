import { z } from '../../zod';
import { action } from '../action';
import { recordReference, recordRevision } from './record-reference';

/** As many as a person looks through and one call has time for. */
const mostAtOnce = 30;

/** What became of each: `changed`, it is no longer as it was read; `closed`, it is returned, withdrawn or of an edition that is closed. */
const releaseResult = z.enum(['released', 'changed', 'closed', 'not-found', 'not-yours']);

/** Releases records to the public (发布), many at once, each by itself as it was read: one that cannot be keeps none of the others. */
export const releaseRecords = action('releaseRecords', {
  request: z.strictObject({ records: z.array(recordRevision).min(1).max(mostAtOnce) }),
  reply: z.object({ records: z.array(recordReference.strip().extend({ result: releaseResult })) }),
});
