import { plainCollections } from './record/plain-records';
import { activities } from './record/activities';
import { applications, openApplications } from './people/applications';
import { audit } from './audit/audit';
import { auditHeads } from './audit/audit-heads';
import { bulletinEntries } from './bulletin/bulletin-entries';
import { bulletinExceptions } from './bulletin/bulletin-exceptions';
import { bulletinNumbers, bulletins } from './bulletin/bulletins';
import { checkIns, checkInCounts } from './public/check-ins';
import type { Collection } from './collection';
import { coHostings } from './record/co-hostings';
import { contentChecks } from './record/content-checks';
import { corrections } from './bulletin/corrections';
import { deployments } from './edition/deployment';
import { doubleMarks } from './record/double-marks';
import { doubles } from './record/doubles';
import { editionReworks } from './edition/edition-reworks';
import { editionUses } from './edition/edition-uses';
import { editions } from './edition/editions';
import { favourites } from './public/favourites';
import { feedbackAuthors, feedbackCollection } from './public/feedback';
import { guards } from './guards';
import { invitations } from './people/invitations';
import { mails } from './summary/mails';
import { memberships } from './people/memberships';
import { mergeGroups } from './record/merge-groups';
import { nilReports } from './record/nil-reports';
import { notices } from './notice/notices';
import { outbox } from './notice/outbox';
import { pictureAsks } from './record/picture-asks';
import { rateLimits } from './rate-limits';
import { reminders } from './public/reminders';
import { reportTexts } from './summary/report-texts';
import { requests } from './requests';
import { snapshots, visibleChanges } from './public/snapshots';
import { submissions } from './summary/submissions';
import { subscriptions } from './people/subscriptions';
import { summaries, summaryParts } from './summary/summaries';
import { summaryJobs } from './summary/summary-jobs';
import { summaryStatements } from './summary/summary-statements';
import { timerJobs } from './timer-jobs';
import { unitCalls } from './unit/unit-calls';
import { unitContacts } from './unit/unit-contacts';
import { unitNames } from './unit/unit-names';
import { units } from './unit/units';

/** Every collection with its indexes: the build writes them down for the platform to set up. */
export const collections: readonly Collection[] = [
  activities,
  ...Object.values(plainCollections),
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
  requests,
  reportTexts,
  submissions,
  summaries,
  summaryJobs,
  summaryParts,
  summaryStatements,
  timerJobs,
  units,
  coHostings,
  contentChecks,
  pictureAsks,
  doubles,
  nilReports,
  checkIns,
  checkInCounts,
  favourites,
  feedbackCollection,
  feedbackAuthors,
  notices,
  outbox,
  rateLimits,
  reminders,
  snapshots,
  subscriptions,
  visibleChanges,

  applications,
  deployments,
  doubleMarks,
  editionReworks,
  editionUses,
  guards,
  invitations,
  mergeGroups,
  openApplications,
  unitCalls,
  unitContacts,
  unitNames,
];
