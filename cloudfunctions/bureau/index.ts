import { serve } from '../entry/serve';
import { acceptRecordHandler } from './record/accept-record';
import { answerFeedbackHandler } from './public/answer-feedback';
import { changeEditionHandler } from './edition/change-edition';
import { continueEditionChangeHandler } from './edition/continue-edition-change';
import { checkSummaryHandler } from './summary/check-summary';
import { closeEditionHandler } from './edition/close-edition';
import { closeUnitHandler } from './unit/close-unit';
import { compareSummariesHandler } from './summary/compare-summaries';
import { compileBulletinHandler } from './bulletin/compile-bulletin';
import { compileSummaryHandler } from './summary/compile-summary';
import { continueSummaryHandler } from './summary/continue-summary';
import { createEditionHandler } from './edition/create-edition';
import { decideApplicationHandler } from './people/decide-application';
import { decideCheckHandler } from './record/decide-check';
import { dismissDoubleHandler } from './record/dismiss-double';
import { editBulletinHandler } from './bulletin/edit-bulletin';
import { exportAuditHeadsHandler } from './audit/export-audit-heads';
import { grantExceptionHandler } from './bulletin/grant-exception';
import { issueBulletinHandler } from './bulletin/issue-bulletin';
import { listApplicationsHandler } from './people/list-applications';
import { listDoublesHandler } from './record/list-doubles';
import { listExceptionsHandler } from './bulletin/list-exceptions';
import { listFeedbackHandler } from './public/list-feedback';
import { listRecordsInStateHandler } from './record/list-records-in-state';
import { listToReleaseHandler } from './record/list-to-release';
import { listWaitingChecksHandler } from './record/list-waiting-checks';
import { listSubmissionsHandler } from './summary/list-submissions';
import { listSummaryVersionsHandler } from './summary/list-summary-versions';
import { listUnitsHandler } from './unit/list-units';
import { lookAtChangesHandler } from './record/look-at-changes';
import { extendCityDeadlineHandler } from './edition/extend-city-deadline';
import { makeEditionCurrentHandler } from './edition/make-edition-current';
import { mendRecordHandler } from './record/mend-record';
import { mergeDoublesHandler } from './record/merge-doubles';
import { moveRecordHandler } from './record/move-record';
import { noteCallsHandler } from './unit/note-calls';
import { openBulletinHandler } from './bulletin/open-bulletin';
import { openClosingHandler } from './edition/open-closing';
import { openEditionHandler } from './edition/open-edition';
import { openReportHandler } from './summary/open-report';
import { openReportingHandler } from './record/open-reporting';
import { openSummaryHandler } from './summary/open-summary';
import { openUnitContactHandler } from './unit/open-unit-contact';
import { pinRecordHandler } from './record/pin-record';
import { putBackHandler } from './record/put-back';
import { readAuditHandler } from './audit/read-audit';
import { readSummaryHandler } from './summary/read-summary';
import { releaseRecordsHandler } from './record/release-records';
import { reopenUnitHandler } from './unit/reopen-unit';
import { resumeMemberHandler } from './people/resume-member';
import { returnRecordHandler } from './record/return-record';
import { returnSubmissionHandler } from './summary/return-submission';
import { revokeExceptionHandler } from './bulletin/revoke-exception';
import { saveReportTextHandler } from './summary/save-report-text';
import { saveUnitHandler } from './unit/save-unit';
import { stateAsIsHandler } from './summary/state-as-is';
import { submitSummaryHandler } from './summary/submit-summary';
import { askToConfirmHandler } from './people/ask-to-confirm';
import { confirmUnitsHandler } from './people/confirm-units';
import { suspendMemberHandler } from './people/suspend-member';
import { takeDownHandler } from './record/take-down';
import { trustUnitHandler } from './unit/trust-unit';
import { undoMergeHandler } from './record/undo-merge';
import { verifyAuditHandler } from './audit/verify-audit';

/** For city and bureau staff, and for a unit's summary of its own. */
export const main = serve('bureau', {
  listWaitingChecks: listWaitingChecksHandler,
  decideCheck: decideCheckHandler,
  openSummary: openSummaryHandler,
  compileSummary: compileSummaryHandler,
  openBulletin: openBulletinHandler,
  compileBulletin: compileBulletinHandler,
  editBulletin: editBulletinHandler,
  issueBulletin: issueBulletinHandler,
  grantException: grantExceptionHandler,
  listExceptions: listExceptionsHandler,
  revokeException: revokeExceptionHandler,
  acceptRecord: acceptRecordHandler,
  returnRecord: returnRecordHandler,
  listToRelease: listToReleaseHandler,
  releaseRecords: releaseRecordsHandler,
  takeDown: takeDownHandler,
  putBack: putBackHandler,
  pinRecord: pinRecordHandler,
  mendRecord: mendRecordHandler,
  moveRecord: moveRecordHandler,
  lookAtChanges: lookAtChangesHandler,
  listRecordsInState: listRecordsInStateHandler,
  openReporting: openReportingHandler,
  listDoubles: listDoublesHandler,
  dismissDouble: dismissDoubleHandler,
  mergeDoubles: mergeDoublesHandler,
  undoMerge: undoMergeHandler,
  checkSummary: checkSummaryHandler,
  stateAsIs: stateAsIsHandler,
  continueSummary: continueSummaryHandler,
  readSummary: readSummaryHandler,
  listSummaryVersions: listSummaryVersionsHandler,
  compareSummaries: compareSummariesHandler,
  openReport: openReportHandler,
  saveReportText: saveReportTextHandler,
  submitSummary: submitSummaryHandler,
  listSubmissions: listSubmissionsHandler,
  returnSubmission: returnSubmissionHandler,
  listFeedback: listFeedbackHandler,
  answerFeedback: answerFeedbackHandler,
  readAudit: readAuditHandler,
  verifyAudit: verifyAuditHandler,
  exportAuditHeads: exportAuditHeadsHandler,
  createEdition: createEditionHandler,
  changeEdition: changeEditionHandler,
  continueEditionChange: continueEditionChangeHandler,
  extendCityDeadline: extendCityDeadlineHandler,
  openEdition: openEditionHandler,
  openClosing: openClosingHandler,
  closeEdition: closeEditionHandler,
  makeEditionCurrent: makeEditionCurrentHandler,
  listUnits: listUnitsHandler,
  saveUnit: saveUnitHandler,
  closeUnit: closeUnitHandler,
  reopenUnit: reopenUnitHandler,
  trustUnit: trustUnitHandler,
  openUnitContact: openUnitContactHandler,
  noteCalls: noteCallsHandler,
  askToConfirm: askToConfirmHandler,
  confirmUnits: confirmUnitsHandler,
  suspendMember: suspendMemberHandler,
  resumeMember: resumeMemberHandler,
  listApplications: listApplicationsHandler,
  decideApplication: decideApplicationHandler,
});
