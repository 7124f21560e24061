import { askedEdition } from '../../week/edition';
import { activity, activityDraft } from '../../record/activity';
import { doubleSign } from '../../double/doubles';
import { z } from '../../zod';
import { action } from '../action';
import { recordId } from '../public/read-activity';

/** What an organiser sees of an activity that may be the one being logged (像是同一场). */
const possibleDouble = activity
  .pick({
    id: true,
    name: true,
    unitName: true,
    hosts: true,
    city: true,
    venue: true,
    firstDay: true,
    lastDay: true,
    startTime: true,
  })
  .extend({ isOwn: z.boolean(), signs: z.array(doubleSign) });

const { name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime } = activityDraft.shape;

/** Activities that look like the one being logged, the likest first; before it is saved or after. */
export const findDoubles = action('findDoubles', {
  request: z.strictObject({
    /** Of a new one: a record is compared within its own edition. */
    editionId: askedEdition,
    /** The record that is changed; null for a new one. */
    id: recordId.nullable(),
    activity: z.strictObject({ name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime }),
  }),
  reply: z.object({ doubles: z.array(possibleDouble) }),
});
