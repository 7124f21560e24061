import { serve } from '../entry/serve';
import { acceptInvitationHandler } from './accept-invitation';
import { applyForMembershipHandler } from './apply-for-membership';
import { claimBureauHandler } from './claim-bureau';
import { findUnitsHandler } from './find-units';
import { leaveUnitHandler } from './leave-unit';
import { listActivitiesHandler } from './list-activities';
import { myMembershipsHandler } from './my-memberships';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readInvitationHandler } from './read-invitation';
import { withdrawApplicationHandler } from './withdraw-application';
import { checkInHandler } from './check-in';
import { listBulletinsHandler } from './list-bulletins';
import { readBulletinHandler } from './read-bulletin';
import { listFavouritesHandler } from './list-favourites';
import { listOwnFeedbackHandler } from './list-own-feedback';
import { readSnapshotHandler } from './read-snapshot';
import { saveFavouriteHandler } from './save-favourite';
import { saveReminderHandler } from './save-reminder';
import { submitFeedbackHandler } from './submit-feedback';

/** For anyone in the mini-program. */
export const main = serve([
  openHomeHandler,
  listActivitiesHandler,
  readActivityHandler,

  claimBureauHandler,
  findUnitsHandler,
  myMembershipsHandler,
  readInvitationHandler,
  acceptInvitationHandler,
  applyForMembershipHandler,
  withdrawApplicationHandler,
  leaveUnitHandler,
  listBulletinsHandler,
  readBulletinHandler,
  readSnapshotHandler,
  checkInHandler,
  saveFavouriteHandler,
  listFavouritesHandler,
  saveReminderHandler,
  submitFeedbackHandler,
  listOwnFeedbackHandler,
]);
