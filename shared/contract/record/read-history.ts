import { historyEntry } from '../../audit/record-history';
import { z } from '../../zod';
import { action } from '../action';
import { recordReference } from './record-reference';

/** A record's history (修改记录), the earliest first, for its unit and its reviewers. It names units, never persons. */
export const readHistory = action('readHistory', {
  request: z.strictObject({ ...recordReference.shape, after: z.string().max(80).nullable() }),
  reply: z.object({ entries: z.array(historyEntry), next: z.string().nullable() }),
});
