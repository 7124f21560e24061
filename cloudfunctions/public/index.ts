import { serve } from '../entry/serve';
import { listActivitiesHandler } from './list-activities';
import { listPoliciesHandler } from './list-policies';
import { listShowcasesHandler } from './list-showcases';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';
import { readPolicyHandler } from './read-policy';
import { readShowcaseHandler } from './read-showcase';

/** For anyone in the mini-program. */
export const main = serve([
  openHomeHandler,
  listActivitiesHandler,
  readActivityHandler,
  listPoliciesHandler,
  readPolicyHandler,
  listShowcasesHandler,
  readShowcaseHandler,
]);
