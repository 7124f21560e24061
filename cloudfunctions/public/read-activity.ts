import { refuse } from '#shared/refusal/errors';
import { readActivity } from '#shared/contract/public/read-activity';
import { toPublicActivity } from '#shared/snapshot/public-snapshot';
import { onRead } from '../entry/handler';
import { standingActivity } from '../store/record/activities';

export const readActivityHandler = onRead(readActivity, async ({ id }, { database }) => {
  const activity = await standingActivity(database, id);
  if (activity === null) throw refuse('NOT_FOUND', { what: 'activity' });
  return { activity: toPublicActivity(activity) };
});
