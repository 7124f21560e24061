import { serve } from '../entry/serve';
import { acceptRecordHandler } from './accept-record';
import { answerFeedbackHandler } from './answer-feedback';
import { compileBulletinHandler } from './compile-bulletin';
import { compileSummaryHandler } from './compile-summary';
import { dismissDoubleHandler } from './dismiss-double';
import { editBulletinHandler } from './edit-bulletin';
import { grantExceptionHandler } from './grant-exception';
import { issueBulletinHandler } from './issue-bulletin';
import { listDoublesHandler } from './list-doubles';
import { listExceptionsHandler } from './list-exceptions';
import { listFeedbackHandler } from './list-feedback';
import { listRecordsInStateHandler } from './list-records-in-state';
import { lookAtChangesHandler } from './look-at-changes';
import { mergeDoublesHandler } from './merge-doubles';
import { openBulletinHandler } from './open-bulletin';
import { openReportingHandler } from './open-reporting';
import { openSummaryHandler } from './open-summary';
import { readAuditHandler } from './read-audit';
import { returnRecordHandler } from './return-record';
import { revokeExceptionHandler } from './revoke-exception';
import { undoMergeHandler } from './undo-merge';
import { verifyAuditHandler } from './verify-audit';

/** For city and bureau staff. */
export const main = serve([
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
  listFeedbackHandler,
  answerFeedbackHandler,
  readAuditHandler,
  verifyAuditHandler,
]);
