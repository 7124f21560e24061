import { serve } from '../entry/serve';
import { checkInHandler } from './check-in';
import { listActivitiesHandler } from './list-activities';
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
  readSnapshotHandler,
  checkInHandler,
  saveFavouriteHandler,
  listFavouritesHandler,
  saveReminderHandler,
  submitFeedbackHandler,
  listOwnFeedbackHandler,
]);
