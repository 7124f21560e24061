import { serve } from '../entry/serve';
import { listActivitiesHandler } from './list-activities';
import { listBulletinsHandler } from './list-bulletins';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readBulletinHandler } from './read-bulletin';

/** For anyone in the mini-program. */
export const main = serve([
  openHomeHandler,
  listActivitiesHandler,
  readActivityHandler,
  listBulletinsHandler,
  readBulletinHandler,
]);
