import { activity } from '../../record/activity';
import { askedEdition, keptEdition } from '../../week/edition';
import { day } from '../../ground/guangdong-time';
import { z } from '../../zod';
import { action } from '../action';

/** A unit's own activities in its list. */
const ownActivity = activity.pick({
  id: true,
  name: true,
  table: true,
  type: true,
  firstDay: true,
  lastDay: true,
  startTime: true,
  headcount: true,
  state: true,
  important: true,
  bulletin: true,
  check: true,
  revision: true,
});
export type OwnActivity = z.infer<typeof ownActivity>;

/** The unit's workbench (工作台): today's bulletin window and the unit's activities, the latest day first. */
export const openWorkbench = action('openWorkbench', {
  request: z.strictObject({
    after: z.string().max(80).nullable(),
    editionId: askedEdition,
  }),
  reply: z.object({
    unit: z.object({ id: z.string(), name: z.string() }),
    edition: keptEdition.pick({ id: true, title: true, firstDay: true, lastDay: true, cutOff: true }),
    /** The bulletin that is collecting now; null before and after the week. */
    collecting: z.object({ day, closesAt: z.int() }).nullable(),
    activities: z.array(ownActivity),
    next: z.string().nullable(),
    /** Something that the person handed in waits for the content check: `checkOwnWaiting` has it asked. */
    isOwnWaiting: z.boolean(),
  }),
});
