import { activities } from './activities';
import { applications } from './applications';
import { audit, auditHeads } from './audit';
import { bulletinEntries } from './bulletin-entries';
import type { Collection } from './collection';
import { deployments } from './deployment';
import { editions } from './editions';
import { invitations } from './invitations';
import { memberships } from './memberships';
import { policies } from './policies';
import { rateLimits } from './rate-limits';
import { requests } from './requests';
import { summaries, summaryParts } from './summaries';
import { timerJobs } from './timer-jobs';
import { units } from './units';

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

  applications,
  deployments,
  invitations,
  rateLimits,
];
