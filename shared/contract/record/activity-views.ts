import { z } from '../../zod';
import { activity } from '../../record/activity';
import { shownFile } from '../../record/record';

/** An activity in the public's lists. */
export const activityCard = activity.pick({
  id: true,
  table: true,
  type: true,
  typeOther: true,
  name: true,
  hosts: true,
  city: true,
  district: true,
  venue: true,
  mode: true,
  firstDay: true,
  lastDay: true,
  startTime: true,
  endTime: true,
  /** Shown as what it is: called off, and why; or put off, and from when. */
  cancelled: true,
  postponedFrom: true,
});
export type ActivityCard = z.infer<typeof activityCard>;

/** An activity as the public reads it. The headcount is shown once it is accepted. */
export const activityDetail = activityCard.extend({
  /** By name; of a joint event all of its hosts but the first record's. */
  coHosts: z.array(z.string()),
  link: activity.shape.link,
  about: activity.shape.about,
  headcount: activity.shape.headcount,
  fields: activity.shape.fields,
  series: activity.shape.series,
  place: activity.shape.place,
  contact: activity.shape.contact,
  capacity: activity.shape.capacity,
  files: z.array(shownFile),
});
export type ActivityDetail = z.infer<typeof activityDetail>;
