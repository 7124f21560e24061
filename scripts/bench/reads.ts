import { checkSummary } from '#shared/contract/summary/check-summary';
import { exportUnitTemplate } from '#shared/contract/unit/export-unit-template';
import { findDoubles } from '#shared/contract/record/find-doubles';
import { findUnits } from '#shared/contract/unit/find-units';
import { listActivities } from '#shared/contract/public/list-activities';
import { listApplications } from '#shared/contract/people/list-applications';
import { listBulletins } from '#shared/contract/public/list-bulletins';
import { listDoubles } from '#shared/contract/record/list-doubles';
import { listEditions } from '#shared/contract/edition/list-editions';
import { listExceptions } from '#shared/contract/bulletin/list-exceptions';
import { listFavourites } from '#shared/contract/public/list-favourites';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { listInvitations } from '#shared/contract/people/list-invitations';
import { listMembers } from '#shared/contract/people/list-members';
import { listOwnFeedback } from '#shared/contract/public/list-own-feedback';
import { listOwnRecords } from '#shared/contract/record/list-own-records';
import { listPolicies, readPolicy } from '#shared/contract/record/policy';
import { listRecordsInState } from '#shared/contract/record/list-records-in-state';
import { listShowcases } from '#shared/contract/record/showcase';
import { listSubmissions } from '#shared/contract/summary/list-submissions';
import { listUnits } from '#shared/contract/unit/list-units';
import { myMemberships } from '#shared/contract/people/my-memberships';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openCheckIn } from '#shared/contract/record/open-check-in';
import { openHome } from '#shared/contract/public/open-home';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { openNilReports } from '#shared/contract/record/open-nil-reports';
import { openRecord } from '#shared/contract/record/open-record';
import { openReporting } from '#shared/contract/record/open-reporting';
import { openSummary } from '#shared/contract/summary/open-summary';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { readActivity } from '#shared/contract/public/read-activity';
import { readAudit } from '#shared/contract/audit/read-audit';
import { readHistory } from '#shared/contract/record/read-history';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { startUpload } from '#shared/contract/record/start-upload';
import { verifyAudit } from '#shared/contract/audit/verify-audit';
import { policies } from '../../local/demo/policies';
import { activityDraft } from './drafts';
import { base, oneOfTheMany, readyRecord } from './fill-store';
import { always, type TimedAction } from './timed-action';

const day = '2018-10-12';
const record = { kind: 'activity', id: oneOfTheMany(0) } as const;
const { name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime } = activityDraft;
const asked = { name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime };
const [policy] = policies;

/** The actions that only read, as who mostly does them, but for those of what the writes make first. */
export const reads: readonly TimedAction[] = [
  always('visitor', openHome, {}),
  always('visitor', listActivities, { day, after: null }),
  always('visitor', readActivity, { id: 'demo-activity-1' }),
  always('visitor', readSnapshot, { editionId: null }),
  always('visitor', listPolicies, { after: null }),
  always('visitor', readPolicy, { id: policy?.id ?? '' }),
  always('visitor', listShowcases, { kind: null, after: null }),
  always('visitor', listBulletins, { editionId: null }),
  always('visitor', listFavourites, {}),
  always('visitor', listOwnFeedback, {}),
  always('visitor', findUnits, { city: null, kind: null, namePart: '中小企业', after: null }),
  always('organiser', myMemberships, {}),
  always('organiser', openWorkbench, { after: null }),
  always('organiser', openLogForm, { id: null }),
  always('organiser', listOwnRecords, { kind: 'activity', after: null }),
  always('organiser', findDoubles, { id: null, activity: asked }),
  always('organiser', openNilReports, {}),
  always('organiser', openCheckIn, { id: readyRecord('accept', 0).id }),
  always('organiser', listMembers, { unitId: base.id }),
  always('organiser', listInvitations, { unitId: base.id }),
  always('organiser', startUpload, { purpose: 'photo' }),
  always('bureau', openRecord, record),
  always('bureau', readHistory, { ...record, after: null }),
  always('bureau', listEditions, {}),
  always('bureau', openSummary, { after: null }),
  always('bureau', listRecordsInState, { kind: 'activity', state: 'accepted', after: null }),
  always('city', openReporting, { span: day }),
  always('bureau', openReporting, { span: 'week' }),
  always('bureau', listDoubles, { state: 'open', after: null }),
  always('bureau', openBulletin, { day: '2018-10-10' }),
  always('bureau', listExceptions, { day: null }),
  always('bureau', listUnits, { city: null, kind: null, namePart: '', after: null, state: 'active' }),
  always('bureau', listApplications, { state: 'open', after: null }),
  always('bureau', listSubmissions, {}),
  always('bureau', checkSummary, { scope: null, after: null }),
  always('bureau', listFeedback, { isAnswered: false, before: null }),
  always('bureau', readAudit, { about: null, action: null, before: null }),
  always('bureau', verifyAudit, { from: null, copy: null }),
  always('bureau', exportUnitTemplate, {}, 5),
];
