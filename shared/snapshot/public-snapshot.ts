import type { IssuedBulletin } from '../bulletin/bulletin';
import { activityDetail, type ActivityDetail } from '../contract/record/activity-views';
import { publicBulletin } from '../contract/public/read-bulletin';
import { plainKindNames, plainKinds, type PlainKindName, type PlainRecordOf } from '../record/plain-kinds';
import { tells } from '../record/record';
import { shownFiles } from '../record/record-files';
import type { Activity, Headcount } from '../record/activity';
import { coHostNames } from '../record/co-host-names';
import { headcountWithin } from '../double/joint-event';
import { daysOf, type Edition } from '../week/edition';
import type { Day } from '../ground/guangdong-time';

/**
 * A part's name: `week`, the edition with its counts; a day, the activities that begin on it; `policies`, `showcases` and
 * `bulletins`, each whole.
 */
export type PublicPart = string;

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
function publishedOn({ days }: Pick<Activity, 'days'>): Day | null {
  return days[0] ?? null;
}

/** The headcount that the public reads: once it counts. */
function publicHeadcount({ state, headcount, joint }: Activity): Headcount | null {
  if (joint === null) return state === 'accepted' ? headcount : null;
  return joint.countsId === null ? null : headcountWithin(joint, () => true);
}

/**
 * An activity as the public reads it: the headcount once it is accepted, and files that passed the check. The record that stands for a
 * joint event has all of its hosts that the public may see.
 */
export function toPublicActivity(activity: Activity): ActivityDetail {
  const coHosts = activity.joint?.publicCoHosts ?? [...coHostNames(activity)];
  const headcount = publicHeadcount(activity);
  return activityDetail.parse({ ...activity, coHosts, headcount, files: shownFiles(activity.files) });
}

/** One day's part of the snapshot, what is pinned first, then in order of time. */
export function dayPart(day: Day, activities: readonly Activity[]): DayPart {
  const ofTheDay = activities.filter((activity) => activity.listed && publishedOn(activity) === day);
  const ordered = [...ofTheDay].sort((one, other) => (one.shownKey < other.shownKey ? -1 : 1));
  return { day, activities: ordered.map(toPublicActivity) };
}

/** The week's part, from all that the public sees. */
export function weekPart(
  edition: Edition,
  shown: readonly Pick<Activity, 'days' | 'city' | 'state'>[],
): WeekPart {
  // What was called off is shown and not counted.
  const listed = shown.filter(tells);
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

/** Everything the public sees of an edition. */
export interface PublicContent {
  activities: readonly Activity[];
  plain: { readonly [Kind in PlainKindName]: readonly PlainRecordOf[Kind][] };
  bulletins: readonly IssuedBulletin[];
}

/** The part of a plain kind: all that the public sees of it, under the name of its collection. */
function plainPart(kind: PlainKindName, { plain }: PublicContent): readonly [PublicPart, object] {
  const { collection, detail } = plainKinds[kind];
  const shown = plain[kind].map((each) => detail.parse({ ...each, files: shownFiles(each.files) }));
  return [collection, { [collection]: shown }];
}

/** The parts of an edition's snapshot, in the order a phone wants them. */
export function partsOf(edition: Edition, content: PublicContent): (readonly [PublicPart, object])[] {
  const { activities, bulletins } = content;
  return [
    ['week', weekPart(edition, activities)],
    ...daysOf(edition).map((day) => [day, dayPart(day, activities)] as const),
    ...plainKindNames.map((kind) => plainPart(kind, content)),
    [
      'bulletins',
      {
        bulletins: bulletins.map(({ printed, ...each }) =>
          publicBulletin.parse({ ...each, entries: printed }),
        ),
      },
    ],
  ];
}

const recordCollections: readonly string[] = [
  'activities',
  ...plainKindNames.map((kind) => plainKinds[kind].collection),
];

/** What tells of a kept document whether the public sees it. */
interface Shown {
  editionId: string;
  listed?: boolean;
  number?: number | null;
}

/**
 * Whether a change of a kept document changes what the public sees, and of which edition: a listed record that came, went or
 * changed, an issued bulletin, or the edition itself.
 */
export function visibleChangeOf(change: {
  collection: string;
  id: string;
  before: object | null;
  after: object | null;
}): string | null {
  const { collection, id, before, after } = change;
  if (collection === 'editions') return id;
  const kept = [before, after].filter((each) => each !== null) as Shown[];
  if (recordCollections.includes(collection)) return kept.find(({ listed }) => listed)?.editionId ?? null;
  const isIssued = ({ number = null }: Shown) => number !== null;
  return collection === 'bulletins' ? (kept.find(isIssued)?.editionId ?? null) : null;
}
