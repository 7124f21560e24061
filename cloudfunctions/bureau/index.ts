import { serve } from '../entry/serve';
import { acceptRecordHandler } from './accept-record';
import { answerFeedbackHandler } from './answer-feedback';
import { listFeedbackHandler } from './list-feedback';
import { readAuditHandler } from './read-audit';
import { verifyAuditHandler } from './verify-audit';
import { compileSummaryHandler } from './compile-summary';
import { dismissDoubleHandler } from './dismiss-double';
import { listDoublesHandler } from './list-doubles';
import { listRecordsInStateHandler } from './list-records-in-state';
import { lookAtChangesHandler } from './look-at-changes';
import { mergeDoublesHandler } from './merge-doubles';
import { openReportingHandler } from './open-reporting';
import { openSummaryHandler } from './open-summary';
import { returnRecordHandler } from './return-record';
import { undoMergeHandler } from './undo-merge';

/** For city and bureau staff. */
export const main = serve([
  openSummaryHandler,
  compileSummaryHandler,
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
