import { serve } from '../entry/serve';
import { answerFeedbackHandler } from './answer-feedback';
import { listFeedbackHandler } from './list-feedback';
import { readAuditHandler } from './read-audit';
import { verifyAuditHandler } from './verify-audit';
import { acceptActivityHandler } from './accept-activity';
import { compileBulletinHandler } from './compile-bulletin';
import { compileSummaryHandler } from './compile-summary';
import { editBulletinHandler } from './edit-bulletin';
import { grantExceptionHandler } from './grant-exception';
import { issueBulletinHandler } from './issue-bulletin';
import { listExceptionsHandler } from './list-exceptions';
import { openBulletinHandler } from './open-bulletin';
import { openSummaryHandler } from './open-summary';
import { revokeExceptionHandler } from './revoke-exception';

/** For city and bureau staff. */
export const main = serve([
  openSummaryHandler,
  acceptActivityHandler,
  compileSummaryHandler,
  openBulletinHandler,
  compileBulletinHandler,
  editBulletinHandler,
  issueBulletinHandler,
  grantExceptionHandler,
  listExceptionsHandler,
  revokeExceptionHandler,
  listFeedbackHandler,
  answerFeedbackHandler,
  readAuditHandler,
  verifyAuditHandler,
]);
