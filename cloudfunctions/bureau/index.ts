import { serve } from '../entry/serve';
import { answerFeedbackHandler } from './answer-feedback';
import { listFeedbackHandler } from './list-feedback';
import { readAuditHandler } from './read-audit';
import { verifyAuditHandler } from './verify-audit';
import { acceptActivityHandler } from './accept-activity';
import { compileSummaryHandler } from './compile-summary';
import { openSummaryHandler } from './open-summary';

/** For city and bureau staff. */
export const main = serve([
  openSummaryHandler,
  acceptActivityHandler,
  compileSummaryHandler,
  listFeedbackHandler,
  answerFeedbackHandler,
  readAuditHandler,
  verifyAuditHandler,
]);
