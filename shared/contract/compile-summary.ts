import { z } from '../zod';
import { action } from './action';
import { summaryHead } from './open-summary';

/** Compiles the reviewer's summary of the week (汇总) from the accepted records: a new version, never a changed one. */
export const compileSummary = action({
  function: 'bureau',
  name: 'compileSummary',
  writes: true,
  request: z.strictObject({}),
  reply: z.object({ summary: summaryHead }),
});
