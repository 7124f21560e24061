import type { Edition } from '../week/edition';
import { reportableDays } from '../week/bulletin-window';
import type { Activity } from './activity';
import type { JointUnit } from './co-host';
import type { Joint, RecordState } from './record';
import { awaitsRelease, isReleased, shownKeyOf } from './release';

type Follows = 'state' | 'days' | 'listed' | 'toRelease' | 'sortKey' | 'shownKey';
type Undecided = Omit<Activity, Follows | 'jointUnits'> & {
  /** The units that were ever among its co-hosts; those that still are stay. */
  jointUnits?: readonly JointUnit[];
};

type Shown = Pick<Activity, 'isOpen' | 'state' | 'check' | 'cancelled' | 'release' | 'takenDown'>;

/**
 * Whether the public may see an activity: it is open to them and released, its text has passed the content check, and it is neither
 * returned nor withdrawn, nor taken down. A cancelled one is seen as such until the edition ends.
 */
export function mayBeSeen({ isOpen, state, check, cancelled, ...released }: Shown): boolean {
  const isSeenIn: Record<RecordState, boolean> = {
    announced: true,
    reported: true,
    accepted: true,
    returned: false,
    withdrawn: false,
    cancelled: cancelled?.isShown === true,
  };
  return isOpen && isSeenIn[state] && check === 'passed' && isReleased(released);
}

/** Whether the public's lists have an activity: they may see it, and of a joint event it is the record that stands for all. */
export function isListed(
  activity: Shown & Pick<Activity, 'id'> & { joint: Pick<Joint, 'standsId'> | null },
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
  const sortKey = `${fields.firstDay}T${fields.startTime ?? '00:00'}#${fields.id}`;
  return {
    ...fields,
    state,
    days: reportableDays(edition, fields),
    jointUnits: (fields.jointUnits ?? []).filter((joint) =>
      fields.coHosts.some(({ unitId }) => unitId === joint.unitId),
    ),
    listed: isListed({ ...fields, state }),
    toRelease: fields.isOpen && awaitsRelease({ ...fields, state }),
    sortKey,
    shownKey: shownKeyOf({ ...fields, sortKey }, { latestFirst: false }),
  };
}
