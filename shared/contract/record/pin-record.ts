import { z } from '../../zod';
import { action } from '../action';
import { recordReference } from './record-reference';

/** Puts a record first in the public's lists (置顶), or back in its place. FROZEN to pin one that the public does not see. */
export const pinRecord = action('pinRecord', {
  request: z.strictObject({ ...recordReference.shape, isPinned: z.boolean() }),
  reply: recordReference.strip().extend({ isPinned: z.boolean() }),
});
