import { askedEdition } from '../../week/edition';
import { activity } from '../../record/activity';
import { double, doubleState } from '../../double/doubles';
import { z } from '../../zod';
import { action } from '../action';

/** One of the two, side by side with the other. */
const side = activity.pick({
  id: true,
  revision: true,
  state: true,
  name: true,
  unitName: true,
  unitCity: true,
  hosts: true,
  coHosts: true,
  city: true,
  district: true,
  venue: true,
  firstDay: true,
  lastDay: true,
  startTime: true,
  headcount: true,
  about: true,
  mergedInto: true,
});

/** Pairs that may be one event (疑似重复), for reviewers: of their city, or of all with those across cities. */
export const listDoubles = action('listDoubles', {
  request: z.strictObject({
    editionId: askedEdition,
    state: doubleState,
    after: z.string().max(80).nullable(),
  }),
  reply: z.object({
    doubles: z.array(
      double
        .pick({
          id: true,
          city: true,
          signs: true,
          name: true,
          state: true,
          decidedAt: true,
          decidedBy: true,
        })
        .extend({ staysId: z.string().nullable(), sides: z.array(side) }),
    ),
    total: z.int(),
    next: z.string().nullable(),
  }),
});
