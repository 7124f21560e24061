import { refuse } from '#shared/refusal/errors';
import { readActivity } from '#shared/contract/public/read-activity';
import { toPublicActivity } from '#shared/snapshot/public-snapshot';
import { onRead } from '../entry/handler';
import { findActivity } from '../store/record/activities';

export const readActivityHandler = onRead(readActivity, async ({ id }, { database }) => {
  const asked = await findActivity(database, id);
  // An address that people have shared leads on to the record that stands for the event now.
  const activity = asked.mergedInto === null ? asked : await findActivity(database, asked.mergedInto);
  if (!activity.listed) throw refuse('NOT_FOUND', { what: 'activity' });
  return { activity: toPublicActivity(activity) };
});
