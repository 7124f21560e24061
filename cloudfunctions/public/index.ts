import { serve } from '../entry/serve';
import { listActivitiesHandler } from './list-activities';
import { openHomeHandler } from './open-home';
import { readActivityHandler } from './read-activity';

/** For anyone in the mini-program. */
export const main = serve([openHomeHandler, listActivitiesHandler, readActivityHandler]);
