import { serve } from '../entry/serve';
import { acceptRecordHandler } from './accept-record';
import { answerFeedbackHandler } from './answer-feedback';
import { changeEditionHandler } from './change-edition';
import { checkSummaryHandler } from './check-summary';
import { closeEditionHandler } from './close-edition';
import { closeUnitHandler } from './close-unit';
import { compareSummariesHandler } from './compare-summaries';
import { compileBulletinHandler } from './compile-bulletin';
import { compileSummaryHandler } from './compile-summary';
import { continueSummaryHandler } from './continue-summary';
import { createEditionHandler } from './create-edition';
import { decideApplicationHandler } from './decide-application';
import { decideCheckHandler } from './decide-check';
import { dismissDoubleHandler } from './dismiss-double';
import { editBulletinHandler } from './edit-bulletin';
import { exportAuditHeadsHandler } from './export-audit-heads';
import { grantExceptionHandler } from './grant-exception';
import { issueBulletinHandler } from './issue-bulletin';
import { listApplicationsHandler } from './list-applications';
import { listDoublesHandler } from './list-doubles';
import { listExceptionsHandler } from './list-exceptions';
import { listFeedbackHandler } from './list-feedback';
import { listRecordsInStateHandler } from './list-records-in-state';
import { listWaitingChecksHandler } from './list-waiting-checks';
import { listSubmissionsHandler } from './list-submissions';
import { listSummaryVersionsHandler } from './list-summary-versions';
import { listUnitsHandler } from './list-units';
import { lookAtChangesHandler } from './look-at-changes';
import { makeEditionCurrentHandler } from './make-edition-current';
import { mergeDoublesHandler } from './merge-doubles';
import { openBulletinHandler } from './open-bulletin';
import { openEditionHandler } from './open-edition';
import { openReportHandler } from './open-report';
import { openReportingHandler } from './open-reporting';
import { openSummaryHandler } from './open-summary';
import { readAuditHandler } from './read-audit';
import { readSummaryHandler } from './read-summary';
import { reopenUnitHandler } from './reopen-unit';
import { resumeMemberHandler } from './resume-member';
import { returnRecordHandler } from './return-record';
import { returnSubmissionHandler } from './return-submission';
import { revokeExceptionHandler } from './revoke-exception';
import { saveReportTextHandler } from './save-report-text';
import { saveUnitHandler } from './save-unit';
import { stateAsIsHandler } from './state-as-is';
import { submitSummaryHandler } from './submit-summary';
import { suspendMemberHandler } from './suspend-member';
import { undoMergeHandler } from './undo-merge';
import { verifyAuditHandler } from './verify-audit';

/** For city and bureau staff, and for a unit's summary of its own. */
export const main = serve([
  listWaitingChecksHandler,
  decideCheckHandler,
  openSummaryHandler,
  compileSummaryHandler,
  openBulletinHandler,
  compileBulletinHandler,
  editBulletinHandler,
  issueBulletinHandler,
  grantExceptionHandler,
  listExceptionsHandler,
  revokeExceptionHandler,
  acceptRecordHandler,
  returnRecordHandler,
  lookAtChangesHandler,
  listRecordsInStateHandler,
  openReportingHandler,
  listDoublesHandler,
  dismissDoubleHandler,
  mergeDoublesHandler,
  undoMergeHandler,
  checkSummaryHandler,
  stateAsIsHandler,
  continueSummaryHandler,
  readSummaryHandler,
  listSummaryVersionsHandler,
  compareSummariesHandler,
  openReportHandler,
  saveReportTextHandler,
  submitSummaryHandler,
  listSubmissionsHandler,
  returnSubmissionHandler,
  listFeedbackHandler,
  answerFeedbackHandler,
  readAuditHandler,
  verifyAuditHandler,
  exportAuditHeadsHandler,

  createEditionHandler,
  changeEditionHandler,
  openEditionHandler,
  closeEditionHandler,
  makeEditionCurrentHandler,
  listUnitsHandler,
  saveUnitHandler,
  closeUnitHandler,
  reopenUnitHandler,
  suspendMemberHandler,
  resumeMemberHandler,
  listApplicationsHandler,
  decideApplicationHandler,
]);
