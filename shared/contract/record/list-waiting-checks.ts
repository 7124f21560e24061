import { recordFile } from '../../record/record';
import { z } from '../../zod';
import { action } from '../action';
import { checkedKind } from '../../record/record-kind';

/** What a person decides of a record or a bulletin, with the text and the pictures in sight. */
const checkForReview = z.object({
  kind: checkedKind,
  id: z.string(),
  revision: z.int(),
  /** A record's name; a bulletin's day. */
  name: z.string(),
  unitName: z.string(),
  /** Since when the public waits for it. */
  since: z.int(),
  /** The words; empty when only pictures are to be decided. */
  texts: z.array(z.object({ field: z.string(), text: z.string() })),
  /** The pictures, each with an address that holds for a while. */
  files: z.array(recordFile.pick({ id: true, name: true, purpose: true }).extend({ address: z.string() })),
});
export type CheckForReview = z.infer<typeof checkForReview>;

/** What is before the reviewer for a decision (人工核): of the city, or of all; the longest waiting first, and whether there is more. */
export const listWaitingChecks = action('listWaitingChecks', {
  request: z.strictObject({}),
  reply: z.object({ checks: z.array(checkForReview), isMore: z.boolean() }),
});
