import { activities } from './activities';
import { audit, auditHeads } from './audit';
import { bulletinEntries } from './bulletin-entries';
import type { Collection } from './collection';
import { contentChecks } from './content-checks';
import { doubles } from './doubles';
import { nilReports } from './nil-reports';
import { showcases } from './showcases';
import { editions } from './editions';
import { memberships } from './memberships';
import { policies } from './policies';
import { requests } from './requests';
import { summaries, summaryParts } from './summaries';
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
  summaries,
  summaryParts,
  timerJobs,
  units,
  contentChecks,
  doubles,
  nilReports,
  showcases,
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
