import { serveTimer } from '../entry/serve-timer';
import { continueSummaries } from './continue-summaries';
import { eraseTraces } from './erase-traces';
import { nudgeUnits } from './nudge-units';
import { publishSnapshot } from './publish-snapshot';
import { sendReminders } from './send-reminders';
import { tellReturns } from './tell-returns';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([
  sendReminders,
  tellReturns,
  nudgeUnits,
  publishSnapshot,
  eraseTraces,
  continueSummaries,
]);
