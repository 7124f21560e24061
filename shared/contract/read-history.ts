import { author } from '../record/record';
import { z } from '../zod';
import { action } from './action';
import { recordReference } from './record-reference';

/** One change of a record: when, for which unit and in which role, by which action, and each field before and after. */
export const historyEntry = z.object({
  at: z.int(),
  action: z.string(),
  /** Null for the timer, and for what was put there before anyone logged anything. */
  by: author.nullable(),
  reason: z.string(),
  fields: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
});
export type HistoryEntry = z.infer<typeof historyEntry>;

/** A record's history (修改记录), the earliest first, for its unit and its reviewers. It names units, never persons. */
export const readHistory = action({
  function: 'organiser',
  name: 'readHistory',
  writes: false,
  request: z.strictObject({ ...recordReference.shape, after: z.string().max(80).nullable() }),
  reply: z.object({ entries: z.array(historyEntry), next: z.string().nullable() }),
});
