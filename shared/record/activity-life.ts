import type { Edition } from '../week/edition';
import { reportableDays } from '../week/bulletin-window';
import type { Activity } from './activity';
import type { Joint, RecordState } from './record';

type Undecided = Omit<Activity, 'state' | 'days' | 'listed' | 'sortKey'>;

/**
 * Whether the public may see an activity: it is open to them, its text has passed the content check, and it is neither returned
 * nor withdrawn. A cancelled one is seen as such until the edition ends.
 */
export function mayBeSeen({
  isOpen,
  state,
  check,
  cancelled,
}: Pick<Activity, 'isOpen' | 'state' | 'check' | 'cancelled'>): boolean {
  const isPublicState =
    state === 'announced' ||
    state === 'reported' ||
    state === 'accepted' ||
    (state === 'cancelled' && cancelled?.isShown === true);
  return isOpen && isPublicState && check === 'passed';
}

/** Whether the public's lists have an activity: they may see it, and of a joint event it is the record that stands for all. */
export function isListed(
  activity: Pick<Activity, 'id' | 'isOpen' | 'state' | 'check' | 'cancelled'> & {
    joint: Pick<Joint, 'standsId'> | null;
  },
): boolean {
  return mayBeSeen(activity) && (activity.joint === null || activity.joint.standsId === activity.id);
}

/**
 * An activity with everything that follows from what was typed and from its state.
 * Its unit's word makes it announced until it has a headcount, reported from then on.
 */
export function settleActivity(
  fields: Undecided,
  edition: Pick<Edition, 'firstDay' | 'lastDay' | 'opensAt' | 'cutOff'>,
  state: RecordState = fields.headcount === null ? 'announced' : 'reported',
): Activity {
  return {
    ...fields,
    state,
    days: reportableDays(edition, fields),
    listed: isListed({ ...fields, state }),
    sortKey: `${fields.firstDay}T${fields.startTime ?? '00:00'}#${fields.id}`,
  };
}
