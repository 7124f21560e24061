import { inTheWay } from '../refusal/in-the-way';
import { z } from '../zod';
import { editionId } from './edition';

/**
 * How far what follows from an edition's days is worked out again for its records (届次改动重算), and the records that came at the
 * very moment of the change and do not fit it: they stay as they are, and somebody has to ask their units.
 */
export const editionRework = z.object({
  id: editionId,
  startedAt: z.int(),
  /** Records looked at, of about so many, and how many of them came out otherwise. */
  read: z.int(),
  expected: z.int(),
  changed: z.int(),
  stranded: inTheWay,
  isDone: z.boolean(),
});
export type EditionRework = z.infer<typeof editionRework>;
