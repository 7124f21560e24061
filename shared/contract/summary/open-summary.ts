import { activity } from '../../record/activity';
import { summaryScope } from '../../summary/summary-scope';
import { askedEdition, keptEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';
import { summaryHead } from './summary-views';

/** A record before its reviewer: the row it will become. */
const reviewedActivity = activity.pick({
  id: true,
  revision: true,
  table: true,
  type: true,
  typeOther: true,
  name: true,
  hosts: true,
  unitCity: true,
  firstDay: true,
  lastDay: true,
  headcount: true,
  about: true,
  important: true,
  bulletin: true,
});
export type ReviewedActivity = z.infer<typeof reviewedActivity>;

/** The staff's summary page (周汇总): what waits for review, what today's bulletin has, and the last summary compiled. */
export const openSummary = action('openSummary', {
  request: z.strictObject({
    after: z.string().max(80).nullable(),
    editionId: askedEdition,
  }),
  reply: z.object({
    edition: keptEdition.pick({ id: true, title: true, firstDay: true, lastDay: true, cutOff: true }),
    scope: summaryScope,
    counts: z.object({ announced: z.int(), reported: z.int(), accepted: z.int() }),
    /** Today's bulletin, as far as it has come; null before and after the week. */
    bulletin: z
      .object({
        day,
        closesAt: z.int(),
        entries: z.array(z.object({ activityId: z.string(), name: z.string(), receivedAt: z.int() })),
        total: z.int(),
      })
      .nullable(),
    waiting: z.array(reviewedActivity),
    next: z.string().nullable(),
    latest: summaryHead.nullable(),
  }),
});
