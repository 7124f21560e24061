import { serve } from '../entry/serve';
import { openCheckInHandler } from './open-check-in';
import { openLogFormHandler } from './open-log-form';
import { openWorkbenchHandler } from './open-workbench';
import { saveActivityHandler } from './save-activity';
import { saveSubscriptionHandler } from './save-subscription';

/** For members of a unit. */
export const main = serve([
  openWorkbenchHandler,
  openLogFormHandler,
  saveActivityHandler,
  openCheckInHandler,
  saveSubscriptionHandler,
]);
