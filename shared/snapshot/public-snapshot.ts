import { activityDetail, type ActivityDetail } from '../contract/activity-views';
import type { Activity } from '../record/activity';
import { daysOf, type Edition } from '../week/edition';
import type { Day } from '../week/guangdong-time';

/** A part's name: `week`, the edition with its counts, or a day, the activities that begin on it. */
export type SnapshotPart = string;

/** The part that says what the week is, and how much is on each day: the first thing a phone reads. */
export interface WeekPart {
  edition: Pick<Edition, 'id' | 'title' | 'theme' | 'firstDay' | 'lastDay' | 'cutOff' | 'series' | 'cities'>;
  days: { day: Day; count: number }[];
  /** Activities by city, in the edition's order; cities without any are left out. */
  cities: { city: string; count: number }[];
  total: number;
}

/** A day's part: each activity stands once, on its first day in the edition. */
export interface DayPart {
  day: Day;
  activities: ActivityDetail[];
}

/** The day under which an activity is published; null when none of its days lies in the edition. */
export function publishedOn({ days }: Pick<Activity, 'days'>): Day | null {
  return days[0] ?? null;
}

/** An activity as the public reads it: the headcount once it is accepted, and pictures that passed the check. */
export function toPublic(activity: Activity): ActivityDetail {
  const headcount = activity.state === 'accepted' ? activity.headcount : null;
  return activityDetail.parse({ ...activity, headcount });
}

/** One day's part of the snapshot, in order of time. */
export function dayPart(day: Day, activities: readonly Activity[]): DayPart {
  const ofTheDay = activities.filter((activity) => activity.listed && publishedOn(activity) === day);
  const ordered = [...ofTheDay].sort((one, other) => (one.sortKey < other.sortKey ? -1 : 1));
  return { day, activities: ordered.map(toPublic) };
}

/** The week's part, from all that the public sees. */
export function weekPart(edition: Edition, listed: readonly Pick<Activity, 'days' | 'city'>[]): WeekPart {
  const { id, title, theme, firstDay, lastDay, cutOff, series, cities } = edition;
  const countIn = (city: string) => listed.filter((activity) => activity.city === city).length;
  return {
    edition: { id, title, theme, firstDay, lastDay, cutOff, series, cities },
    days: daysOf(edition).map((day) => ({
      day,
      count: listed.filter(({ days }) => days.includes(day)).length,
    })),
    cities: cities.map((city) => ({ city, count: countIn(city) })).filter(({ count }) => count > 0),
    total: listed.length,
  };
}

/**
 * Whether a change of a kept document changes what the public sees, and of which edition: a listed activity that came, went
 * or changed, or the edition itself.
 */
export function visibleChangeOf(change: {
  collection: string;
  id: string;
  before: object | null;
  after: object | null;
}): string | null {
  if (change.collection === 'editions') return change.id;
  if (change.collection !== 'activities') return null;
  const shown = [change.before, change.after].find((each) => (each as Activity | null)?.listed === true);
  return shown === undefined ? null : (shown as Activity).editionId;
}
