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
        standing: submissionStanding,
        submission: submissionView.nullable(),
      }),
    ),
    /** The province's own to the ministry. */
    province: z.object({ standing: submissionStanding, submission: submissionView.nullable() }),
  }),
});
