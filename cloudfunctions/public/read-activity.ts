import { refuse } from '#shared/contract/errors';
import { readActivity } from '#shared/contract/read-activity';
import { onRead } from '../entry/handler';
import { findActivity } from '../store/activities';

export const readActivityHandler = onRead(readActivity, async ({ id }, { database }) => {
  const activity = await findActivity(database, id);
  if (!activity.listed) throw refuse('NOT_FOUND', { what: 'activity' });
  return { activity: { ...activity, headcount: activity.state === 'accepted' ? activity.headcount : null } };
});
