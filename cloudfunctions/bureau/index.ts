import { serve } from '../entry/serve';
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
]);
