import type { Activity } from '../record/activity';
import { coHostNames } from '../record/co-host-names';
import { jurisdiction } from '../ground/region';
import { day, timeOfDay, type Day } from '../ground/guangdong-time';
import { z } from '../zod';

/** What a bulletin prints of an activity (刊登内容). */
export const printedContent = z.object({
  name: z.string(),
  hosts: z.array(z.string()),
  coHosts: z.array(z.string()),
  /** Null when it was not counted yet. */
  headcount: z.int().nullable(),
  about: z.string(),
  /** Where it was held: the city, and the venue, empty when it was online. */
  city: z.string(),
  venue: z.string(),
  firstDay: day,
  lastDay: day,
  /** The name of the line that tells it, where another record of the same event has it (同一场活动); null for what has its own line. */
  under: z.string().nullable(),
});
export type PrintedContent = z.infer<typeof printedContent>;

/** What a bulletin prints of an activity by itself, as it stands. */
export function printedContentOf(activity: Activity): PrintedContent {
  const { name, hosts, headcount, about, city, venue, firstDay, lastDay } = activity;
  const coHosts = [...coHostNames(activity)];
  const count = headcount?.count ?? null;
  return { name, hosts, coHosts, headcount: count, about, city, venue, firstDay, lastDay, under: null };
}

/** One activity in one day's bulletin (简报条目), as it stood when it was last changed before the cut-off. */
export const bulletinEntry = z.object({
  id: z.string(),
  editionId: z.string(),
  day,
  activityId: z.string(),
  /** The leading record of the joint event that it is told in; the activity itself where it is merged with none. */
  eventId: z.string(),
  activityRevision: z.int(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  /** When the first report of it was received; a change before the cut-off does not move it. */
  receivedAt: z.int(),
  /** Taken back by the unit before the cut-off. */
  withdrawn: z.boolean(),
  /** For the order of the bulletin; null when nobody knows. */
  startTime: timeOfDay.nullable(),
  ...printedContent.shape,
});
export type BulletinEntry = z.infer<typeof bulletinEntry>;

/** An activity has one entry a day, whoever reports it how often. */
export function bulletinEntryId(activityId: string, onDay: Day): string {
  return `${onDay}-${activityId}`;
}

/** The entry that a day's bulletin has of an activity. */
export function toBulletinEntry(activity: Activity, onDay: Day, receivedAt: number): BulletinEntry {
  return {
    id: bulletinEntryId(activity.id, onDay),
    editionId: activity.editionId,
    day: onDay,
    activityId: activity.id,
    eventId: activity.joint?.leadingId ?? activity.id,
    activityRevision: activity.revision,
    unitId: activity.unitId,
    unitName: activity.unitName,
    unitCity: activity.unitCity,
    receivedAt,
    withdrawn: false,
    startTime: activity.startTime,
    ...printedContentOf(activity),
  };
}
