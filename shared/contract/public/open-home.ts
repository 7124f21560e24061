import { role } from '../../people/membership';
import { askedEdition, keptEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';
import { activityCard } from '../record/activity-views';

/** The public's first screen in one call: the edition, the week at a glance, what is on today, and which desks the person has. */
export const openHome = action('openHome', {
  request: z.strictObject({ editionId: askedEdition }),
  reply: z.object({
    edition: keptEdition.pick({
      id: true,
      title: true,
      theme: true,
      firstDay: true,
      lastDay: true,
      cutOff: true,
    }),
    /** The day of the week that is today, or nearest to it. */
    day,
    isToday: z.boolean(),
    days: z.array(z.object({ day, count: z.int() })),
    total: z.int(),
    today: z.array(activityCard),
    roles: z.array(role),
  }),
});
