import { checkInPeriod, slotMs, slotOf, slotsAhead } from '#shared/check-in/check-in-code';
import { openCheckIn } from '#shared/contract/record/open-check-in';
import { refuse } from '#shared/refusal/errors';
import { onRead } from '../../entry/handler';
import { makeCheckInCode } from '../../platform/check-in-proof';
import { findActivity } from '../../store/record/activities';
import { countedAt } from '../../store/public/check-ins';
import { tells } from '#shared/record/record';

export const openCheckInHandler = onRead(openCheckIn, async ({ id }, { caller, now, database }) => {
  const activity = await findActivity(database, id);
  caller.require(activity);
  if (!tells(activity)) throw refuse('FROZEN', { state: activity.state });
  const { opensAt, closesAt } = checkInPeriod(activity);
  const firstSlot = Math.max(slotOf(now), slotOf(opensAt));
  const lastSlot = Math.min(firstSlot + slotsAhead, slotOf(closesAt - 1) + 1);
  const slots = Array.from(
    { length: Math.max(0, lastSlot - firstSlot) },
    (_each, index) => firstSlot + index,
  );
  return {
    name: activity.name,
    opensAt,
    closesAt,
    counted: await countedAt(database, id),
    slotMs,
    firstSlot,
    codes: slots.map((slot) => makeCheckInCode(id, slot)),
  };
});
