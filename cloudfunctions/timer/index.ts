import { serveTimer } from '../entry/serve-timer';
import { compileBulletins } from './compile-bulletins';
import { continueEditionChanges } from './continue-edition-changes';
import { continueSummaries } from './continue-summaries';
import { eraseTraces } from './erase-traces';
import { hideCancelled } from './hide-cancelled';
import { nudgeUnits } from './nudge-units';
import { pairDoubles } from './pair-doubles';
import { publishSnapshot } from './publish-snapshot';
import { retryContentChecks } from './retry-content-checks';
import { sendNotices } from './send-notices';
import { sendReminders } from './send-reminders';

/** Does what is due, for the platform's timer alone. */
export const main = serveTimer([
  retryContentChecks,
  sendReminders,
  sendNotices,
  nudgeUnits,
  pairDoubles,
  publishSnapshot,
  eraseTraces,
  compileBulletins,
  continueSummaries,
  continueEditionChanges,
  hideCancelled,
]);
