import { addDays, instantOf } from '../ground/guangdong-time';
import { refuse } from '../refusal/errors';
import type { Edition } from '../week/edition';
import type { Activity } from './activity';
import { cancelRecord, type Step } from './record-life';

/** When what was cancelled in an edition is no longer shown to the public: as its last day is over. */
export function hidesCancelledAt({ lastDay }: Pick<Edition, 'lastDay'>): number {
  return instantOf(addDays(lastDay, 1), '00:00');
}

/** Up to, and not including, when an activity can be called off: the end of its last day. What took place is no longer cancelled. */
function cancelledBy({ lastDay }: Pick<Activity, 'lastDay'>): number {
  return instantOf(addDays(lastDay, 1), '00:00');
}

/**
 * Calls an activity off (取消): the public goes on seeing that it is, with the reason, until the edition ends; nothing counts it.
 * DEADLINE_PASSED once its last day is over, FROZEN when it was returned, withdrawn or cancelled.
 */
export function cancelActivity(
  activity: Activity,
  reason: string,
  edition: Pick<Edition, 'lastDay'>,
  taken: Step,
): Activity {
  const off = cancelRecord(activity, reason, taken);
  const closedAt = cancelledBy(activity);
  if (taken.now >= closedAt)
    throw refuse('DEADLINE_PASSED', { what: 'cancelling', closedAt, serverNow: taken.now });
  return { ...off, cancelled: { at: taken.now, reason, isShown: taken.now < hidesCancelledAt(edition) } };
}
