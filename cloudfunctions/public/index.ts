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
]);
