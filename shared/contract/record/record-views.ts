import { activity } from '../../record/activity';
import { policy } from '../../record/policy';
import { showcase } from '../../record/showcase';
import { z } from '../../zod';

/** A whole record with what it is about, as its unit and its reviewers see it. */
export const keptRecord = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('activity'), record: activity }),
  z.object({ kind: z.literal('policy'), record: policy }),
  z.object({ kind: z.literal('showcase'), record: showcase }),
]);
export type KeptRecord = z.infer<typeof keptRecord>;
