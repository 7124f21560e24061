import { askedEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';
import { activityCard } from '../record/activity-views';

/** The public's list of the week or of one of its days, in order of time, a page at a time. */
export const listActivities = action('listActivities', {
  request: z.strictObject({
    editionId: askedEdition,
    /** Null: the whole week. */
    day: day.nullable(),
    /** The `next` of the page before; null for the first. */
    after: z.string().max(80).nullable(),
  }),
  reply: z.object({
    days: z.array(z.object({ day, count: z.int() })),
    total: z.int(),
    activities: z.array(activityCard),
    next: z.string().nullable(),
  }),
});
