import { decideScan, readCode } from '#shared/check-in/check-in-code';
import { checkIn } from '#shared/contract/public/check-in';
import { refuse, wrongField } from '#shared/refusal/errors';
import { onWrite } from '../entry/handler';
import { isProven } from '../platform/check-in-proof';
import { findActivity } from '../store/record/activities';
import { countPerson } from '../store/public/check-ins';
import { tells } from '#shared/record/record';

function notACode() {
  return wrongField('code', 'not-a-code');
}

export const checkInHandler = onWrite(checkIn, async ({ code: text }, { caller, now, transaction }) => {
  const code = readCode(text);
  if (code === null || !isProven(code)) throw notACode();
  const activity = await findActivity(transaction, code.activityId);
  if (!tells(activity)) throw refuse('FROZEN', { state: activity.state });
  const decision = decideScan(activity, code.slot, now);
  if (decision.result === 'not-a-code-of-its-time') throw notACode();
  if (decision.result === 'too-late')
    throw refuse('DEADLINE_PASSED', { what: 'check-in', closedAt: decision.closedAt, serverNow: now });
  const { id: activityId, editionId, name } = activity;
  return {
    activityId,
    name,
    ...(await countPerson(transaction, { editionId, activityId, openid: caller.openid })),
  };
});
