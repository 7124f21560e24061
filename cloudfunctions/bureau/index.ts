import { serve } from '../entry/serve';
import { acceptActivityHandler } from './accept-activity';
import { compileSummaryHandler } from './compile-summary';
import { openSummaryHandler } from './open-summary';

/** For city and bureau staff. */
export const main = serve([openSummaryHandler, acceptActivityHandler, compileSummaryHandler]);
