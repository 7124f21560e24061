import type { Activity } from '../record/activity';
import { jurisdiction } from '../record/region';
import { day, type Day } from '../week/guangdong-time';
import { z } from '../zod';

/** One activity in one day's bulletin (简报条目), as it stood when it was last changed before the cut-off. */
export const bulletinEntry = z.object({
  id: z.string(),
  editionId: z.string(),
  day,
  activityId: z.string(),
  activityRevision: z.int(),
  unitId: z.string(),
  unitCity: jurisdiction,
  /** When the first report of it was received; a change before the cut-off does not move it. */
  receivedAt: z.int(),
  /** Taken back by the unit before the cut-off. */
  withdrawn: z.boolean(),
  name: z.string(),
  hosts: z.array(z.string()),
  headcount: z.int().nullable(),
  about: z.string(),
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
    activityRevision: activity.revision,
    unitId: activity.unitId,
    unitCity: activity.unitCity,
    receivedAt,
    withdrawn: false,
    name: activity.name,
    hosts: activity.hosts,
    headcount: activity.headcount?.count ?? null,
    about: activity.about,
  };
}
