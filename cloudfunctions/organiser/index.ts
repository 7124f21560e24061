import { savePolicy } from '#shared/contract/record/policy';
import { saveShowcase } from '#shared/contract/record/showcase';
import { serve } from '../entry/serve';
import { savePlainRecord } from '../work/record/save-plain-record';
import { addFollowUpHandler } from './record/add-follow-up';
import { answerCoHostHandler } from './record/answer-co-host';
import { askToCoHostHandler } from './record/ask-to-co-host';
import { cancelRecordHandler } from './record/cancel-record';
import { checkOwnWaitingHandler } from './record/check-own-waiting';
import { findDoublesHandler } from './record/find-doubles';
import { handOverHandler } from './people/hand-over';
import { inviteMemberHandler } from './people/invite-member';
import { leaveAsCoHostHandler } from './record/leave-as-co-host';
import { listCoHostsHandler } from './record/list-co-hosts';
import { keepFileHandler } from './record/keep-file';
import { listEditionsHandler } from './edition/list-editions';
import { listInvitationsHandler } from './people/list-invitations';
import { listMembersHandler } from './people/list-members';
import { listOwnRecordsHandler } from './record/list-own-records';
import { openCheckInHandler } from './record/open-check-in';
import { openLogFormHandler } from './record/open-log-form';
import { openNilReportsHandler } from './record/open-nil-reports';
import { openRecordHandler } from './record/open-record';
import { openWorkbenchHandler } from './record/open-workbench';
import { readHistoryHandler } from './record/read-history';
import { removeFileHandler } from './record/remove-file';
import { revokeInvitationHandler } from './people/revoke-invitation';
import { saveActivityHandler } from './record/save-activity';
import { saveSubscriptionHandler } from './people/save-subscription';
import { saveUnitContactHandler } from './unit/save-unit-contact';
import { startUploadHandler } from './record/start-upload';
import { stateNilHandler } from './record/state-nil';
import { withdrawNilHandler } from './record/withdraw-nil';
import { withdrawRecordHandler } from './record/withdraw-record';

/** For members of a unit. */
export const main = serve('organiser', {
  openWorkbench: openWorkbenchHandler,
  checkOwnWaiting: checkOwnWaitingHandler,
  openLogForm: openLogFormHandler,
  saveActivity: saveActivityHandler,
  savePolicy: savePlainRecord(savePolicy, 'policy'),
  saveShowcase: savePlainRecord(saveShowcase, 'showcase'),
  withdrawRecord: withdrawRecordHandler,
  cancelRecord: cancelRecordHandler,
  listOwnRecords: listOwnRecordsHandler,
  openRecord: openRecordHandler,
  readHistory: readHistoryHandler,
  addFollowUp: addFollowUpHandler,
  stateNil: stateNilHandler,
  withdrawNil: withdrawNilHandler,
  openNilReports: openNilReportsHandler,
  startUpload: startUploadHandler,
  keepFile: keepFileHandler,
  removeFile: removeFileHandler,
  findDoubles: findDoublesHandler,
  askToCoHost: askToCoHostHandler,
  answerCoHost: answerCoHostHandler,
  leaveAsCoHost: leaveAsCoHostHandler,
  listCoHosts: listCoHostsHandler,
  openCheckIn: openCheckInHandler,
  saveSubscription: saveSubscriptionHandler,
  saveUnitContact: saveUnitContactHandler,
  listEditions: listEditionsHandler,
  listMembers: listMembersHandler,
  inviteMember: inviteMemberHandler,
  handOver: handOverHandler,
  listInvitations: listInvitationsHandler,
  revokeInvitation: revokeInvitationHandler,
});
