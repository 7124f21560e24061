import { activities } from './activities';
import { applications, openApplications } from './applications';
import { audit } from './audit';
import { auditHeads } from './audit-heads';
import { bulletinEntries } from './bulletin-entries';
import { bulletinExceptions } from './bulletin-exceptions';
import { bulletinNumbers, bulletins } from './bulletins';
import { checkIns, checkInCounts } from './check-ins';
import type { Collection } from './collection';
import { contentChecks } from './content-checks';
import { corrections } from './corrections';
import { deployments } from './deployment';
import { doubleMarks } from './double-marks';
import { doubles } from './doubles';
import { editionUses } from './edition-uses';
import { editions } from './editions';
import { favourites } from './favourites';
import { feedbackAuthors, feedbackCollection } from './feedback';
import { guards } from './guards';
import { invitations } from './invitations';
import { mails } from './mails';
import { memberships } from './memberships';
import { mergeGroups } from './merge-groups';
import { nilReports } from './nil-reports';
import { outbox } from './outbox';
import { pictureAsks } from './picture-asks';
import { policies } from './policies';
import { rateLimits } from './rate-limits';
import { reminders } from './reminders';
import { reportTexts } from './report-texts';
import { requests } from './requests';
import { showcases } from './showcases';
import { snapshots, visibleChanges } from './snapshots';
import { submissions } from './submissions';
import { subscriptions } from './subscriptions';
import { summaries, summaryParts } from './summaries';
import { summaryJobs } from './summary-jobs';
import { summaryStatements } from './summary-statements';
import { timerJobs } from './timer-jobs';
import { unitNames } from './unit-names';
import { units } from './units';

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
  reportTexts,
  submissions,
  summaries,
  summaryJobs,
  summaryParts,
  summaryStatements,
  timerJobs,
  units,
  contentChecks,
  pictureAsks,
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

  applications,
  deployments,
  doubleMarks,
  editionUses,
  guards,
  invitations,
  mergeGroups,
  openApplications,
  unitNames,
];
