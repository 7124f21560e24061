import { serve } from '../entry/serve';
import { checkInHandler } from './check-in';
import { listActivitiesHandler } from './list-activities';
import { listBulletinsHandler } from './list-bulletins';
import { listFavouritesHandler } from './list-favourites';
import { listOwnFeedbackHandler } from './list-own-feedback';
import { listPoliciesHandler } from './list-policies';
import { listShowcasesHandler } from './list-showcases';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readBulletinHandler } from './read-bulletin';
import { readPolicyHandler } from './read-policy';
import { readShowcaseHandler } from './read-showcase';
import { readSnapshotHandler } from './read-snapshot';
import { saveFavouriteHandler } from './save-favourite';
import { saveReminderHandler } from './save-reminder';
import { submitFeedbackHandler } from './submit-feedback';

/** For anyone in the mini-program. */
export const main = serve([
  openHomeHandler,
  listActivitiesHandler,
  readActivityHandler,
  listBulletinsHandler,
  readBulletinHandler,
  listPoliciesHandler,
  readPolicyHandler,
  listShowcasesHandler,
  readShowcaseHandler,
  readSnapshotHandler,
  checkInHandler,
  saveFavouriteHandler,
  listFavouritesHandler,
  saveReminderHandler,
  submitFeedbackHandler,
  listOwnFeedbackHandler,
]);
