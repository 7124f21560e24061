import { serve } from '../entry/serve';
import { addFollowUpHandler } from './add-follow-up';
import { checkOwnWaitingHandler } from './check-own-waiting';
import { findDoublesHandler } from './find-doubles';
import { handOverHandler } from './hand-over';
import { inviteMemberHandler } from './invite-member';
import { joinAsCoHostHandler } from './join-as-co-host';
import { keepFileHandler } from './keep-file';
import { listEditionsHandler } from './list-editions';
import { listInvitationsHandler } from './list-invitations';
import { listMembersHandler } from './list-members';
import { listOwnRecordsHandler } from './list-own-records';
import { openCheckInHandler } from './open-check-in';
import { openLogFormHandler } from './open-log-form';
import { openNilReportsHandler } from './open-nil-reports';
import { openRecordHandler } from './open-record';
import { openWorkbenchHandler } from './open-workbench';
import { readHistoryHandler } from './read-history';
import { removeFileHandler } from './remove-file';
import { revokeInvitationHandler } from './revoke-invitation';
import { saveActivityHandler } from './save-activity';
import { savePolicyHandler } from './save-policy';
import { saveShowcaseHandler } from './save-showcase';
import { saveSubscriptionHandler } from './save-subscription';
import { startUploadHandler } from './start-upload';
import { stateNilHandler } from './state-nil';
import { withdrawNilHandler } from './withdraw-nil';
import { withdrawRecordHandler } from './withdraw-record';

/** For members of a unit. */
export const main = serve([
  openWorkbenchHandler,
  checkOwnWaitingHandler,
  openLogFormHandler,
  saveActivityHandler,
  savePolicyHandler,
  saveShowcaseHandler,
  withdrawRecordHandler,
  listOwnRecordsHandler,
  openRecordHandler,
  readHistoryHandler,
  addFollowUpHandler,
  stateNilHandler,
  withdrawNilHandler,
  openNilReportsHandler,
  startUploadHandler,
  keepFileHandler,
  removeFileHandler,
  findDoublesHandler,
  joinAsCoHostHandler,
  openCheckInHandler,
  saveSubscriptionHandler,

  listEditionsHandler,
  listMembersHandler,
  inviteMemberHandler,
  handOverHandler,
  listInvitationsHandler,
  revokeInvitationHandler,
]);
