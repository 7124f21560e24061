import { askedEdition } from '../../week/edition';
import { jurisdiction } from '../../ground/region';
import { submissionStanding } from '../../summary/submission';
import { z } from '../../zod';
import { action } from '../action';
import { submissionView } from './summary-views';

/** Who has submitted (报送情况): 未报, 已报, 迟报 or 退回, the cities in the edition's order; a city sees its own line. */
export const listSubmissions = action('listSubmissions', {
  request: z.strictObject({ editionId: askedEdition }),
  reply: z.object({
    /** The last millisecond on time, for the cities and for the province. */
    cityDueAt: z.int(),
    provinceDueAt: z.int(),
    cities: z.array(
      z.object({
        city: jurisdiction,
        /** The last millisecond on time for this city: later than the others' where it was given a later day. */
        dueAt: z.int(),
        /** Why it was given one; empty when it was not. */
        extension: z.string(),
        /** Whether it reports to the ministry itself (单独报部). */
        reportsAlone: z.boolean(),
        standing: submissionStanding,
        submission: submissionView.nullable(),
      }),
    ),
    /** The province's own to the ministry. */
    province: z.object({ standing: submissionStanding, submission: submissionView.nullable() }),
  }),
});
