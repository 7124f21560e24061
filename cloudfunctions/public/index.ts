import { listPolicies, readPolicy } from '#shared/contract/record/policy';
import { listShowcases, readShowcase } from '#shared/contract/record/showcase';
import { serve } from '../entry/serve';
import { listPlainRecords, readPlainRecord } from '../work/record/read-plain-records';
import { acceptInvitationHandler } from './accept-invitation';
import { applyForMembershipHandler } from './apply-for-membership';
import { checkInHandler } from './check-in';
import { claimBureauHandler } from './claim-bureau';
import { findUnitsHandler } from './find-units';
import { leaveUnitHandler } from './leave-unit';
import { listActivitiesHandler } from './list-activities';
import { listBulletinsHandler } from './list-bulletins';
import { listFavouritesHandler } from './list-favourites';
import { listNoticesHandler } from './list-notices';
import { listOwnFeedbackHandler } from './list-own-feedback';
import { myMembershipsHandler } from './my-memberships';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readBulletinHandler } from './read-bulletin';
import { readInvitationHandler } from './read-invitation';
import { readSnapshotHandler } from './read-snapshot';
import { saveFavouriteHandler } from './save-favourite';
import { saveReminderHandler } from './save-reminder';
import { seeNoticesHandler } from './see-notices';
import { submitFeedbackHandler } from './submit-feedback';
import { withdrawApplicationHandler } from './withdraw-application';

/** For anyone in the mini-program. */
export const main = serve('public', {
  openHome: openHomeHandler,
  listActivities: listActivitiesHandler,
  readActivity: readActivityHandler,
  listBulletins: listBulletinsHandler,
  readBulletin: readBulletinHandler,
  listPolicies: listPlainRecords(listPolicies, 'policy'),
  readPolicy: readPlainRecord(readPolicy, 'policy'),
  listShowcases: listPlainRecords(listShowcases, 'showcase'),
  readShowcase: readPlainRecord(readShowcase, 'showcase'),
  readSnapshot: readSnapshotHandler,
  checkIn: checkInHandler,
  saveFavourite: saveFavouriteHandler,
  listFavourites: listFavouritesHandler,
  saveReminder: saveReminderHandler,
  submitFeedback: submitFeedbackHandler,
  listOwnFeedback: listOwnFeedbackHandler,
  claimBureau: claimBureauHandler,
  findUnits: findUnitsHandler,
  myMemberships: myMembershipsHandler,
  readInvitation: readInvitationHandler,
  acceptInvitation: acceptInvitationHandler,
  applyForMembership: applyForMembershipHandler,
  withdrawApplication: withdrawApplicationHandler,
  leaveUnit: leaveUnitHandler,
  listNotices: listNoticesHandler,
  seeNotices: seeNoticesHandler,
});
