import { serve } from '../entry/serve';
import { checkInHandler } from './check-in';
import { listActivitiesHandler } from './list-activities';
import { listPoliciesHandler } from './list-policies';
import { listShowcasesHandler } from './list-showcases';
import { readPolicyHandler } from './read-policy';
import { readShowcaseHandler } from './read-showcase';
import { listFavouritesHandler } from './list-favourites';
import { listOwnFeedbackHandler } from './list-own-feedback';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readSnapshotHandler } from './read-snapshot';
import { saveFavouriteHandler } from './save-favourite';
import { saveReminderHandler } from './save-reminder';
import { submitFeedbackHandler } from './submit-feedback';

/** For anyone in the mini-program. */
export const main = serve([
  openHomeHandler,
  listActivitiesHandler,
  readActivityHandler,
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
