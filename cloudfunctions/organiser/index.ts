import { serve } from '../entry/serve';
import { handOverHandler } from './hand-over';
import { inviteMemberHandler } from './invite-member';
import { listEditionsHandler } from './list-editions';
import { listInvitationsHandler } from './list-invitations';
import { listMembersHandler } from './list-members';
import { openCheckInHandler } from './open-check-in';
import { openLogFormHandler } from './open-log-form';
import { openWorkbenchHandler } from './open-workbench';
import { revokeInvitationHandler } from './revoke-invitation';
import { saveActivityHandler } from './save-activity';
import { saveSubscriptionHandler } from './save-subscription';

/** For members of a unit. */
export const main = serve([
  openWorkbenchHandler,
  openLogFormHandler,
  saveActivityHandler,

  listEditionsHandler,
  listMembersHandler,
  inviteMemberHandler,
  handOverHandler,
  listInvitationsHandler,
  revokeInvitationHandler,
  openCheckInHandler,
  saveSubscriptionHandler,
]);
