import { serve } from '../entry/serve';
import { openLogFormHandler } from './open-log-form';
import { openWorkbenchHandler } from './open-workbench';
import { saveActivityHandler } from './save-activity';

/** For members of a unit. */
export const main = serve([openWorkbenchHandler, openLogFormHandler, saveActivityHandler]);
