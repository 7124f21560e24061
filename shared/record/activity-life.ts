import type { Edition } from '../week/edition';
import { reportableDays } from '../week/bulletin-window';
import type { Activity } from './activity';
import type { RecordState } from './record';
import { awaitsRelease, isReleased, shownKeyOf } from './release';

type Undecided = Omit<Activity, 'state' | 'days' | 'listed' | 'toRelease' | 'sortKey' | 'shownKey'>;

/**
 * Whether the public sees an activity: it is open to them and released, its text has passed the content check, it is neither
 * returned nor withdrawn, and it is not told under another record.
 */
export function isListed({
  isOpen,
  state,
  check,
  mergedInto,
  ...released
}: Pick<Activity, 'isOpen' | 'state' | 'check' | 'mergedInto' | 'release' | 'takenDown'>): boolean {
  const isPublicState = state === 'announced' || state === 'reported' || state === 'accepted';
  return isOpen && isPublicState && check === 'passed' && mergedInto === null && isReleased(released);
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
    listed: isListed({ ...fields, state }),
    toRelease: fields.isOpen && awaitsRelease({ ...fields, state }),
    sortKey,
    shownKey: shownKeyOf({ ...fields, sortKey }, { latestFirst: false }),
  };
}
