import { bulletinException } from '../../bulletin/bulletin-exception';
import { activity } from '../../record/activity';
import { jurisdiction } from '../../ground/region';
import { askedEdition, keptEdition } from '../../week/edition';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** What the log form (活动填报) opens with: the unit's own facts, and the record when one is changed. */
export const openLogForm = action('openLogForm', {
  request: z.strictObject({
    /** The record that is changed, of its own edition; null for a new one. */
    id: recordId.nullable(),
    editionId: askedEdition,
    /** The unit that a reviewer enters a new one for (代报); null for the own. */
    forUnitId: recordId.nullable().default(null),
  }),
  reply: z.object({
    unit: z.object({ id: z.string(), name: z.string(), city: jurisdiction }),
    edition: keptEdition.pick({
      id: true,
      title: true,
      firstDay: true,
      lastDay: true,
      opensAt: true,
      cutOff: true,
      cities: true,
    }),
    activity: activity.nullable(),
    /** The unit's leave to report late that has not ended (准予补报): the phone counts down to it. */
    leaves: z.array(bulletinException.pick({ day: true, until: true, reason: true })),
  }),
});
