import type { Edition } from '../week/edition';
import { problemsInEdition, type Activity } from './activity';
import { settleActivity } from './activity-life';
import { tells } from './record';

/**
 * An activity as it is after its edition changed (届次改动后的记录): its days, and the day whose bulletin it missed, are worked out
 * again; what its unit typed stays. A withdrawn or cancelled one stays as it is. Null when it does not fit the edition any more.
 */
export function fitToEdition(activity: Activity, edition: Edition): Activity | null {
  if (!tells(activity)) return activity;
  const changes = problemsInEdition(activity, edition);
  if (changes.length > 0) return null;
  const settled = settleActivity(activity, edition, activity.state);
  const { bulletin, days } = settled;
  const lastDay = days.at(-1);
  if (lastDay === undefined) return null;
  if (bulletin.result !== 'missed' || days.includes(bulletin.day)) return settled;
  return { ...settled, bulletin: { result: 'missed', day: lastDay } };
}
