import { activities } from './activities';
import { audit, auditHeads } from './audit';
import { bulletinEntries } from './bulletin-entries';
import type { Collection } from './collection';
import { editions } from './editions';
import { memberships } from './memberships';
import { policies } from './policies';
import { requests } from './requests';
import { reportTexts } from './report-texts';
import { submissions } from './submissions';
import { summaries, summaryParts } from './summaries';
import { summaryJobs } from './summary-jobs';
import { summaryStatements } from './summary-statements';
import { timerJobs } from './timer-jobs';
import { units } from './units';

import { checkIns, checkInCounts } from './check-ins';
import { favourites } from './favourites';
import { feedbackAuthors, feedbackCollection } from './feedback';
import { outbox } from './outbox';
import { rateLimits } from './rate-limits';
import { reminders } from './reminders';
import { snapshots, visibleChanges } from './snapshots';
import { subscriptions } from './subscriptions';

/** Every collection with its indexes: the build writes them down for the platform to set up. */
export const collections: readonly Collection[] = [
  activities,
  audit,
  auditHeads,
  bulletinEntries,
  editions,
  memberships,
  policies,
  requests,
  reportTexts,
  submissions,
  summaries,
  summaryJobs,
  summaryParts,
  summaryStatements,
  timerJobs,
  units,
  checkIns,
  checkInCounts,
  favourites,
  feedbackCollection,
  feedbackAuthors,
  outbox,
  rateLimits,
  reminders,
  snapshots,
  subscriptions,
  visibleChanges,
];
