import { serve } from '../entry/serve';
import { answerFeedbackHandler } from './answer-feedback';
import { listFeedbackHandler } from './list-feedback';
import { readAuditHandler } from './read-audit';
import { verifyAuditHandler } from './verify-audit';
import { acceptActivityHandler } from './accept-activity';
import { changeEditionHandler } from './change-edition';
import { closeEditionHandler } from './close-edition';
import { closeUnitHandler } from './close-unit';
import { compileSummaryHandler } from './compile-summary';
import { createEditionHandler } from './create-edition';
import { decideApplicationHandler } from './decide-application';
import { listApplicationsHandler } from './list-applications';
import { listUnitsHandler } from './list-units';
import { makeEditionCurrentHandler } from './make-edition-current';
import { openEditionHandler } from './open-edition';
import { openSummaryHandler } from './open-summary';
import { reopenUnitHandler } from './reopen-unit';
import { resumeMemberHandler } from './resume-member';
import { saveUnitHandler } from './save-unit';
import { suspendMemberHandler } from './suspend-member';
import { compileBulletinHandler } from './compile-bulletin';
import { editBulletinHandler } from './edit-bulletin';
import { grantExceptionHandler } from './grant-exception';
import { issueBulletinHandler } from './issue-bulletin';
import { listExceptionsHandler } from './list-exceptions';
import { openBulletinHandler } from './open-bulletin';
import { revokeExceptionHandler } from './revoke-exception';

/** For city and bureau staff. */
export const main = serve([
  openSummaryHandler,
  acceptActivityHandler,
  compileSummaryHandler,

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
