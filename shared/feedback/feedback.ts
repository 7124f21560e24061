import { z } from '../zod';

/** A complaint or suggestion (意见建议) as it is kept: nothing in it says who wrote it. */
export const feedback = z.object({
  id: z.string(),
  /** The edition that was on, or the one it was asked about; empty when it came before the first. */
  editionId: z.string(),
  text: z.string(),
  page: z.string(),
  at: z.int(),
  answer: z.object({ text: z.string(), at: z.int(), unitName: z.string() }).nullable(),
  isAnswered: z.boolean(),
  revision: z.int().min(1),
  updatedAt: z.int(),
});
export type Feedback = z.infer<typeof feedback>;
