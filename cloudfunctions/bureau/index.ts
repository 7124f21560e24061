import { serve } from '../entry/serve';
import { answerFeedbackHandler } from './answer-feedback';
import { listFeedbackHandler } from './list-feedback';
import { readAuditHandler } from './read-audit';
import { verifyAuditHandler } from './verify-audit';
import { acceptActivityHandler } from './accept-activity';
import { checkSummaryHandler } from './check-summary';
import { compareSummariesHandler } from './compare-summaries';
import { compileSummaryHandler } from './compile-summary';
import { continueSummaryHandler } from './continue-summary';
import { listSubmissionsHandler } from './list-submissions';
import { listSummaryVersionsHandler } from './list-summary-versions';
import { openReportHandler } from './open-report';
import { openSummaryHandler } from './open-summary';
import { readSummaryHandler } from './read-summary';
import { returnSubmissionHandler } from './return-submission';
import { saveReportTextHandler } from './save-report-text';
import { stateAsIsHandler } from './state-as-is';
import { submitSummaryHandler } from './submit-summary';

/** For city and bureau staff, and for a unit's summary of its own. */
export const main = serve([
  openSummaryHandler,
  acceptActivityHandler,
  checkSummaryHandler,
  stateAsIsHandler,
  compileSummaryHandler,
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
]);
