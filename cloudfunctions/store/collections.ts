import { activities } from './activities';
import { applications } from './applications';
import { audit, auditHeads } from './audit';
import { bulletinEntries } from './bulletin-entries';
import { bulletinExceptions } from './bulletin-exceptions';
import { bulletinNumbers, bulletins } from './bulletins';
import type { Collection } from './collection';
import { deployments } from './deployment';
import { editions } from './editions';
import { invitations } from './invitations';
import { corrections } from './corrections';
import { mails } from './mails';
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
  bulletinExceptions,
  bulletinNumbers,
  bulletins,
  corrections,
  editions,
  mails,
  memberships,
  policies,
  requests,
  summaries,
  summaryParts,
  timerJobs,
  units,

  applications,
  deployments,
  invitations,
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
