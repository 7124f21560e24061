import { line } from '../../ground/typed-text';
import { z } from '../../zod';
import { action } from '../action';
import { recordReference } from './record-reference';

/**
 * Takes a record from the public at once (紧急下线), in whatever revision and edition it is: from pages and lists, from the snapshot,
 * which is published anew, and from addresses that were shared. FROZEN when it is down, or told under another record.
 */
export const takeDown = action('takeDown', {
  request: z.strictObject({ ...recordReference.shape, reason: line.min(2).max(200) }),
  reply: recordReference.strip(),
});
