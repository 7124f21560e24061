import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { acceptRecord } from '#shared/contract/record/accept-record';
import type { AnyAction } from '#shared/contract/action';
import { addFollowUp } from '#shared/contract/record/add-follow-up';
import { answerFeedback } from '#shared/contract/public/answer-feedback';
import { applyForMembership } from '#shared/contract/people/apply-for-membership';
import { cancelRecord } from '#shared/contract/record/cancel-record';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { checkIn } from '#shared/contract/public/check-in';
import { checkOwnWaiting } from '#shared/contract/record/check-own-waiting';
import { claimBureau } from '#shared/contract/people/claim-bureau';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueEditionChange } from '#shared/contract/edition/continue-edition-change';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { createEdition } from '#shared/contract/edition/create-edition';
import { decideApplication } from '#shared/contract/people/decide-application';
import { decideCheck } from '#shared/contract/record/decide-check';
import { dismissDouble } from '#shared/contract/record/dismiss-double';
import { editBulletin } from '#shared/contract/bulletin/edit-bulletin';
import { extendCityDeadline } from '#shared/contract/edition/extend-city-deadline';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { handOver } from '#shared/contract/people/hand-over';
import { importUnits } from '#shared/contract/unit/import-units';
import { inviteMember } from '#shared/contract/people/invite-member';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { askToConfirm } from '#shared/contract/people/ask-to-confirm';
import { confirmUnits } from '#shared/contract/people/confirm-units';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { answerCoHost } from '#shared/contract/record/answer-co-host';
import { leaveAsCoHost } from '#shared/contract/record/leave-as-co-host';
import { keepFile } from '#shared/contract/record/keep-file';
import { leaveUnit } from '#shared/contract/people/leave-unit';
import { lookAtChanges } from '#shared/contract/record/look-at-changes';
import { mailSummary } from '#shared/contract/summary/mail-summary';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { mendRecord } from '#shared/contract/record/mend-record';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { moveRecord } from '#shared/contract/record/move-record';
import { noteCalls } from '#shared/contract/unit/note-calls';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { openEdition } from '#shared/contract/edition/open-edition';
import { pinRecord } from '#shared/contract/record/pin-record';
import { putBack } from '#shared/contract/record/put-back';
import { releaseRecords } from '#shared/contract/record/release-records';
import { removeFile } from '#shared/contract/record/remove-file';
import { reopenUnit } from '#shared/contract/unit/reopen-unit';
import { resumeMember } from '#shared/contract/people/resume-member';
import { returnRecord } from '#shared/contract/record/return-record';
import { returnSubmission } from '#shared/contract/summary/return-submission';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { revokeInvitation } from '#shared/contract/people/revoke-invitation';
import { saveActivity } from '#shared/contract/record/save-activity';
import { saveFavourite } from '#shared/contract/public/save-favourite';
import { savePolicy } from '#shared/contract/record/policy';
import { saveReminder } from '#shared/contract/public/save-reminder';
import { saveReportText } from '#shared/contract/summary/save-report-text';
import { saveShowcase } from '#shared/contract/record/showcase';
import { saveSubscription } from '#shared/contract/people/save-subscription';
import { saveUnit } from '#shared/contract/unit/save-unit';
import { saveUnitContact } from '#shared/contract/unit/save-unit-contact';
import { seeNotices } from '#shared/contract/notice/see-notices';
import { listNotices } from '#shared/contract/notice/list-notices';
import { sendBulletin } from '#shared/contract/bulletin/send-bulletin';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import { stateNil } from '#shared/contract/record/state-nil';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import { suspendMember } from '#shared/contract/people/suspend-member';
import { takeDown } from '#shared/contract/record/take-down';
import { trustUnit } from '#shared/contract/unit/trust-unit';
import { undoMerge } from '#shared/contract/record/undo-merge';
import { withdrawApplication } from '#shared/contract/people/withdraw-application';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { fieldsOf } from '#shared/week/edition';
import type { z } from '#shared/zod';
import { unitNamed } from '../../../local/demo/units';
import { october, octoberDay } from '../../shared/example-records';
import { photographed } from '../../shared/file/example-pictures';
import { compile } from './compile';
import { jointEvent, merging } from './joint-event';
import { changeOf, log, logForm } from './log-form';
import { joined, newcomer } from './newcomer';
import { newEdition, weekOf } from './other-edition';
import { accept, logPolicy, logShowcase } from './records';
import {
  addPerson,
  answerOf,
  causeTrouble,
  get,
  keptAs,
  kept,
  loggedFailure,
  putDocuments,
  refused,
  stopClockAt,
  wakeTheTimer,
  type PersonId,
} from './running-cloud';
import { fileWith } from './unit-file';
import { upload } from './upload';
import { anActivityWithItsCode } from './venue-code';
import { policyDraft, showcaseDraft } from '../../shared/example-drafts';

/** A writing action with its stage: everything is there for a request that will succeed. */
export interface RightWrite {
  contract: AnyAction;
  /** Sets the stage through the front door, and gives the request. A further call sets another stage. */
  stage: () => RightRequest | Promise<RightRequest>;
}

interface RightRequest<Input = unknown> {
  as: PersonId;
  input: Input;
}

type Requested<Contract extends AnyAction> = RightRequest<z.input<Contract['request']>>;

function right<Contract extends AnyAction>(
  contract: Contract,
  stage: () => Requested<Contract> | Promise<Requested<Contract>>,
): RightWrite {
  return { contract, stage };
}

const base = unitNamed('演示双创示范基地').id;
const made = { count: 0 };

/** A number that no stage had before. */
function next(): number {
  made.count += 1;
  return made.count;
}

/** A unit of Guangzhou that has a member. */
async function unitWithMember() {
  const fields = { name: `新增平台${next()}`, kind: '示范平台', city: '广州', parentId: null } as const;
  const { unit } = await get('city', saveUnit, { change: null, unit: fields });
  const { person: member } = await joined('city', unit.id, 'organiser');
  return { ...unit, member };
}

/** A member who has been there since long before an edition was set up, long before everybody else of these tests came. */
async function memberOfOld() {
  const unit = await unitWithMember();
  const [membership] = (await kept('memberships')).filter(({ unitId }) => unitId === unit.id);
  if (membership === undefined) throw new Error('The unit has a member');
  const edition = { ...(await keptAs('editions', '2018')), _id: '2033', createdAt: -1000 };
  await putDocuments('editions', [edition]);
  await putDocuments('memberships', [{ ...membership, joinedAt: -2000, confirmedAt: -2000 }]);
  return { unit, editionId: '2033' };
}

/** Somebody who applied to be a member of the base. */
async function applicant() {
  const person = await newcomer();
  const asked = { unitId: base, alias: '小陈', note: '负责本单位活动填报。' };
  return { person, ...(await get(person, applyForMembership, asked)).application };
}

/** One event of two units, as the pair it is before the reviewers. */
async function pair() {
  const [own, theirs] = await jointEvent();
  const ids = JSON.stringify([own.id, theirs.id].sort());
  const double = (await kept('doubles')).find(({ recordIds }) => JSON.stringify(recordIds) === ids);
  if (double === undefined) throw new Error('The two were not found to be alike');
  return { id: double._id, merge: merging(own, theirs) };
}

const textCheck = 'security.msgSecCheck';

/** An activity whose text the content check could not be asked about. */
async function waitingActivity() {
  await answerOf(textCheck, { errcode: -1, errmsg: 'system error' }, 1);
  const activity = await log('organiser');
  await loggedFailure();
  return activity;
}

/** An activity of whose text WeChat wants a person to decide. */
async function activityForReview() {
  await answerOf(textCheck, { errcode: 0, result: { suggest: 'review', label: 20001 } }, 1);
  return log('organiser');
}

/** A picture that was uploaded for an activity. WeChat's answer about it never comes: it would change the record at some moment. */
async function uploadedPhoto() {
  await answerOf('wxa_media_check', { copies: 0 });
  const { id, revision } = await log('organiser');
  const fileID = await upload('organiser', 'photo', photographed(6));
  return { kind: 'activity' as const, id, revision, purpose: 'photo', fileID, name: '现场照片' } as const;
}

/** The summary of a city that has submitted none yet, compiled by its staff. */
async function summaryOf(city: string) {
  const person = `staff-of-${city}`;
  await addPerson(person, { unitId: `office-of-${city}`, unitName: `${city}市局`, city, role: 'city' });
  return { person, summaryId: (await compile(person)).id };
}

/** A day whose bulletin has an entry and has closed, a moment before the timer compiles it. */
async function closedBulletin(dayOfMonth: string): Promise<string> {
  const day = octoberDay(dayOfMonth);
  await stopClockAt(october(`${dayOfMonth} 10:00`));
  await log('organiser', { firstDay: day, lastDay: day }, { bulletin: 'report' });
  await stopClockAt(october(`${dayOfMonth} 16:00`));
  await stopClockAt(october(`${dayOfMonth} 16:00:45`));
  return day;
}

async function compiledBulletin(dayOfMonth: string) {
  await closedBulletin(dayOfMonth);
  await stopClockAt(october(`${dayOfMonth} 16:02`));
  await wakeTheTimer();
  return (await get('bureau', openBulletin, { day: octoberDay(dayOfMonth) })).bulletin;
}

/** A bulletin that is issued and may be sent; the same each time. */
async function issuedBulletin(dayOfMonth: string): Promise<string> {
  const day = octoberDay(dayOfMonth);
  if ((await get('bureau', openBulletin, { day })).stage !== 'issued') {
    const { revision } = await compiledBulletin(dayOfMonth);
    await get('bureau', issueBulletin, { day, revision });
  }
  return day;
}

/** The version of the province that was submitted to the ministry; the same each time. */
async function submittedToTheMinistry(): Promise<string> {
  const known = (await kept('submissions')).find(({ to }) => to === 'ministry');
  if (known !== undefined) return String(known.summaryId);
  const { id } = await compile('bureau');
  return (await get('bureau', submitSummary, { summaryId: id })).summaryId;
}

/** A compilation that was cut off after it began. */
async function cutOffSummary(): Promise<string> {
  await causeTrouble({
    action: 'database.commitTransaction',
    skip: 1,
    times: 1,
    errorCode: 'DATABASE_REQUEST_FAILED',
  });
  await refused('organiser', compileSummary, { scope: null });
  await loggedFailure();
  const [job] = await kept('summary-jobs');
  if (job === undefined) throw new Error('No compilation was cut off');
  return job._id;
}

/** The rework of an edition's records as it is when whoever changed the edition was cut off at once. */
async function cutOffRework(): Promise<void> {
  const { id } = await log('organiser', { ...tomorrow, lastDay: octoberDay('12') });
  await putDocuments('activities', [{ ...(await keptAs('activities', id)), days: [octoberDay('11')] }]);
  const begun = {
    startedAt: october('10 10:00'),
    read: 0,
    expected: 10,
    changed: 0,
    after: null,
    steps: next(),
  };
  const stranded = { count: 0, first: [] };
  await putDocuments('edition-reworks', [{ _id: '2018', ...begun, stranded, isDone: false }]);
}

const followUp = { day: '2018-11-20', kind: '融资对接', unit: '省再担保公司', note: '授信三百万元。' };
const feedback = { text: '报名入口不好找，建议放到首页。', page: 'pages/home/index' };
const exception = { day: octoberDay('10'), until: october('10 18:00'), reason: '会场断电' };
const tomorrow = { firstDay: octoberDay('11'), lastDay: octoberDay('11'), headcount: null } as const;

/** Who takes part beside the people of the demo. */
export async function addPartners(): Promise<void> {
  await addPerson('partner', { unitId: 'unit-p', unitName: '广州创投协会', city: '广州', role: 'organiser' });
}

const nilOfTheWeek = { scope: 'unit', span: 'week' } as const;

/** A member of a unit of which nothing came yet. */
async function silentMember(): Promise<PersonId> {
  const nth = next();
  const person = `silent-${nth}`;
  const unit = { unitId: `silent-unit-${nth}`, unitName: `安静的平台${nth}`, city: '广州' };
  await addPerson(person, { ...unit, role: 'organiser' });
  return person;
}

const ofRecords: readonly RightWrite[] = [
  right(saveActivity, () => ({ as: 'organiser', input: logForm({}, { bulletin: 'report' }) })),
  right(savePolicy, () => ({ as: 'organiser', input: { change: null, draft: policyDraft } })),
  right(saveShowcase, () => ({ as: 'organiser', input: { change: null, draft: showcaseDraft } })),
  right(addFollowUp, async () => {
    const { id } = await logShowcase('organiser');
    return { as: 'organiser', input: { id, followUp } };
  }),
  right(acceptRecord, async () => {
    const { id, revision } = await log('organiser');
    return { as: 'city', input: { kind: 'activity' as const, id, revision } };
  }),
  right(returnRecord, async () => {
    const { id, revision } = await log('organiser');
    return {
      as: 'city',
      input: { kind: 'activity' as const, id, revision, reason: '请核对', fields: ['headcount'] },
    };
  }),
  right(releaseRecords, async () => {
    const unit = await unitWithMember();
    const { id, revision } = await log(unit.member, { name: `待发布的活动${next()}` });
    return { as: 'city', input: { records: [{ kind: 'activity' as const, id, revision }] } };
  }),
  right(takeDown, async () => {
    const { id } = await log('organiser');
    return { as: 'city', input: { kind: 'activity' as const, id, reason: '内容有误' } };
  }),
  right(putBack, async () => {
    const { id } = await log('organiser');
    await get('city', takeDown, { kind: 'activity', id, reason: '内容有误' });
    return { as: 'city', input: { kind: 'activity' as const, id, reason: '已核实' } };
  }),
  right(pinRecord, async () => {
    const { id } = await log('organiser');
    return { as: 'bureau', input: { kind: 'activity' as const, id, isPinned: true } };
  }),
  right(mendRecord, async () => {
    const { member } = await unitWithMember();
    const { id, revision } = await log(member);
    const texts = [{ field: 'venue', text: '二楼报告厅' }];
    return { as: 'city', input: { kind: 'activity' as const, id, revision, texts } };
  }),
  right(moveRecord, async () => {
    const { id, revision } = await log('organiser');
    const toUnitId = (await unitWithMember()).id;
    const moving = { kind: 'activity' as const, id, revision, toUnitId, reason: '填错单位' };
    return { as: 'city', input: moving };
  }),
  right(lookAtChanges, async () => {
    const activity = await log('organiser');
    const revision = await accept('activity', activity);
    const change = changeOf({ ...activity, revision }, { district: '越秀区' }, { reason: '地址有误' });
    const changed = (await get('organiser', saveActivity, change)).activity;
    return { as: 'city', input: { kind: 'activity' as const, id: changed.id, revision: changed.revision } };
  }),
  right(withdrawRecord, async () => {
    const { id, revision } = await logPolicy('organiser');
    return { as: 'organiser', input: { kind: 'policy' as const, id, revision } };
  }),
  right(cancelRecord, async () => {
    const { id, revision } = await log('organiser', tomorrow);
    return { as: 'organiser', input: { id, revision, reason: '场地停电' } };
  }),
  right(checkOwnWaiting, async () => {
    await waitingActivity();
    return { as: 'organiser', input: {} };
  }),
  right(decideCheck, async () => {
    const { id, revision } = await activityForReview();
    const input = { kind: 'activity', id, revision, fileId: null, decision: 'passed' } as const;
    return { as: 'city', input };
  }),
  right(keepFile, async () => ({ as: 'organiser', input: await uploadedPhoto() })),
  right(removeFile, async () => {
    const { kind, id, ...photo } = await uploadedPhoto();
    const { file, revision } = await get('organiser', keepFile, { kind, id, ...photo });
    return { as: 'organiser', input: { kind, id, revision, fileId: file.id } };
  }),
  right(askToCoHost, async () => ({ as: 'partner', input: { id: (await log('organiser')).id } })),
  right(answerCoHost, async () => {
    const { id } = await log('organiser');
    await get('partner', askToCoHost, { id });
    return { as: 'organiser', input: { id, unitId: 'unit-p', answer: 'accept' as const } };
  }),
  right(leaveAsCoHost, async () => {
    const { id } = await log('organiser');
    await get('partner', askToCoHost, { id });
    await get('organiser', answerCoHost, { id, unitId: 'unit-p', answer: 'accept' });
    return { as: 'partner', input: { id } };
  }),
  right(dismissDouble, async () => ({ as: 'city', input: { id: (await pair()).id } })),
  right(mergeDoubles, async () => ({ as: 'city', input: (await pair()).merge })),
  right(undoMerge, async () => {
    const { id, merge } = await pair();
    await get('city', mergeDoubles, merge);
    return { as: 'city', input: { id } };
  }),
  right(stateNil, async () => ({ as: await silentMember(), input: nilOfTheWeek })),
  right(withdrawNil, async () => {
    const as = await silentMember();
    await get(as, stateNil, nilOfTheWeek);
    return { as, input: nilOfTheWeek };
  }),
];

const ofThePublic: readonly RightWrite[] = [
  right(checkIn, async () => ({ as: 'visitor', input: { code: (await anActivityWithItsCode()).code } })),
  right(saveFavourite, async () => ({
    as: 'visitor',
    input: { activityId: (await log('organiser')).id, isFavourite: true },
  })),
  right(saveReminder, async () => ({
    as: 'visitor',
    input: { activityId: (await log('organiser', tomorrow)).id, isAccepted: true },
  })),
  right(submitFeedback, async () => ({ as: await newcomer(), input: feedback })),
  right(answerFeedback, async () => {
    const { id } = await get(await newcomer(), submitFeedback, feedback);
    return { as: 'bureau', input: { id, revision: 1, text: '谢谢，明天改好。' } };
  }),
  right(saveSubscription, () => ({
    as: 'organiser',
    input: { message: 'nudge' as const, isAccepted: true },
  })),
];

const ofUnitsAndMembers: readonly RightWrite[] = [
  right(inviteMember, () => ({ as: 'organiser', input: { unitId: base, role: 'organiser' as const } })),
  right(revokeInvitation, async () => {
    const { id } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    return { as: 'organiser', input: { id } };
  }),
  right(acceptInvitation, async () => {
    const { code } = await get('organiser', inviteMember, { unitId: base, role: 'organiser' });
    return { as: await newcomer(), input: { code, alias: '小王' } };
  }),
  right(applyForMembership, async () => ({
    as: await newcomer(),
    input: { unitId: base, alias: '小陈', note: '负责本单位活动填报。' },
  })),
  right(withdrawApplication, async () => {
    const { person, id } = await applicant();
    return { as: person, input: { id } };
  }),
  right(decideApplication, async () => {
    const { id } = await applicant();
    return { as: 'city', input: { id, decision: { result: 'approved' as const } } };
  }),
  right(leaveUnit, async () => {
    const { person, membership } = await joined('organiser', base, 'organiser');
    return { as: person, input: { membershipId: membership.id } };
  }),
  right(handOver, async () => {
    const { person, membership } = await joined('organiser', base, 'organiser');
    return { as: person, input: { membershipId: membership.id } };
  }),
  right(suspendMember, async () => {
    const { membership } = await joined('organiser', base, 'organiser');
    return { as: 'city', input: { membershipId: membership.id } };
  }),
  right(resumeMember, async () => {
    const { membership } = await joined('organiser', base, 'organiser');
    await get('city', suspendMember, { membershipId: membership.id });
    return { as: 'city', input: { membershipId: membership.id } };
  }),
  right(askToConfirm, async () => {
    const { editionId } = await memberOfOld();
    return { as: 'bureau', input: { editionId } };
  }),
  right(confirmUnits, async () => {
    const { unit, editionId } = await memberOfOld();
    await get('bureau', askToConfirm, { editionId });
    return { as: 'city', input: { unitIds: [unit.id] } };
  }),
  right(seeNotices, async () => {
    const { id, revision } = await log('organiser');
    const returning = { kind: 'activity' as const, id, revision, reason: '请核对', fields: [] };
    await get('city', returnRecord, returning);
    const { notices } = await get('organiser', listNotices, {});
    return { as: 'organiser', input: { ids: notices.slice(0, 1).map((each) => each.id) } };
  }),
  right(saveUnit, async () => {
    const { id, kind, city, parentId } = await unitWithMember();
    const { revision } = await keptAs('units', id);
    const unit = { name: `改名平台${next()}`, kind, city, parentId };
    return { as: 'city', input: { change: { id, revision: Number(revision) }, unit } };
  }),
  right(closeUnit, async () => {
    const { id, revision } = await unitWithMember();
    return { as: 'city', input: { id, revision } };
  }),
  right(reopenUnit, async () => {
    const { id, revision } = await unitWithMember();
    const { unit } = await get('city', closeUnit, { id, revision });
    return { as: 'city', input: { id, revision: unit.revision } };
  }),
  right(trustUnit, async () => {
    const { id, revision } = await unitWithMember();
    return { as: 'city', input: { id, revision, isTrusted: true } };
  }),
  right(saveUnitContact, () => ({
    as: 'organiser',
    input: { unitId: base, contact: { surname: '李', post: '科长', phone: '020-8313 0000' } },
  })),
  right(noteCalls, async () => {
    const unitIds = [(await unitWithMember()).id, (await unitWithMember()).id];
    return { as: 'city', input: { unitIds, answer: 'nothing-this-week' as const } };
  }),
  right(importUnits, async () => ({
    as: 'bureau',
    input: {
      file: await fileWith([
        [`导入平台${next()}`, '示范平台', '广州', ''],
        [`导入平台${next()}`, '示范平台', '深圳', ''],
      ]),
    },
  })),
];

const ofSummaries: readonly RightWrite[] = [
  right(stateAsIs, async () => {
    const { id, revision } = await log('organiser');
    const finding = { kind: 'waiting', what: 'activity', id, field: '' } as const;
    return { as: 'city', input: { finding, revision, note: '情况属实' } };
  }),
  right(compileSummary, async () => {
    await accept('activity', await log('organiser'));
    return { as: 'organiser', input: { scope: null } };
  }),
  right(continueSummary, async () => ({ as: 'organiser', input: { summaryId: await cutOffSummary() } })),
  right(saveReportText, () => ({
    as: 'organiser',
    input: { scope: null, section: 'overview' as const, text: '本单位举办了政策解读会。', revision: 0 },
  })),
  right(submitSummary, async () => {
    const { person, summaryId } = await summaryOf('梅州');
    return { as: person, input: { summaryId } };
  }),
  right(returnSubmission, async () => {
    const { person, summaryId } = await summaryOf('惠州');
    const { id } = await get(person, submitSummary, { summaryId });
    return { as: 'bureau', input: { submissionId: id, reason: '请补充参加人数' } };
  }),
];

/** In the order of their days; a mail that is waited for moves the clock on. */
const ofBulletinsAndMails: readonly RightWrite[] = [
  right(grantException, () => ({ as: 'bureau', input: { ...exception, unitId: base } })),
  right(revokeException, async () => {
    const unitId = unitNamed('深圳开放创新实验室').id;
    const granted = await get('bureau', grantException, { ...exception, unitId });
    return { as: 'bureau', input: { id: granted.exception.id } };
  }),
  right(compileBulletin, async () => ({ as: 'bureau', input: { day: await closedBulletin('11') } })),
  right(editBulletin, async () => {
    const { day, revision, printed } = await compiledBulletin('12');
    const order = printed.map(({ id }) => id);
    return { as: 'bureau', input: { day, revision, order, lead: '今天的导语。', note: '编者的话。' } };
  }),
  right(issueBulletin, async () => {
    const { day, revision } = await compiledBulletin('13');
    return { as: 'bureau', input: { day, revision } };
  }),
  right(sendBulletin, async () => ({
    as: 'bureau',
    input: { day: await issuedBulletin('14'), again: true },
  })),
  right(mailSummary, async () => ({
    as: 'bureau',
    input: { summaryId: await submittedToTheMinistry(), again: true },
  })),
];

const ofEditions: readonly RightWrite[] = [
  right(createEdition, () => ({ as: 'bureau', input: { id: '2019', from: '2018', fields: weekOf('2019') } })),
  right(changeEdition, async () => {
    const edition = await newEdition('2020');
    const fields = { ...fieldsOf(edition), theme: '创响中国' };
    return { as: 'bureau', input: { id: edition.id, revision: edition.revision, fields } };
  }),
  right(continueEditionChange, async () => {
    await cutOffRework();
    return { as: 'bureau', input: { id: '2018' } };
  }),
  right(extendCityDeadline, async () => {
    const edition = await newEdition('2023');
    const { id, revision } = edition;
    await get('bureau', openEdition, { id, revision });
    const later = { city: '梅州', day: edition.provinceDeadline, reason: '台风停工' } as const;
    return { as: 'bureau', input: { id, revision: revision + 1, ...later } };
  }),
  right(openEdition, async () => {
    const { id, revision } = await newEdition('2021');
    return { as: 'bureau', input: { id, revision } };
  }),
  right(closeEdition, async () => {
    const { id, revision } = await newEdition('2017');
    const opened = await get('bureau', openEdition, { id, revision });
    return { as: 'bureau', input: { id, revision: opened.edition.revision, reason: '补录的一届' } };
  }),
  right(makeEditionCurrent, async () => {
    const { id, revision } = await newEdition('2022');
    await get('bureau', openEdition, { id, revision });
    return { as: 'bureau', input: { id } };
  }),
  right(claimBureau, async () => ({
    as: await newcomer(),
    input: { code: 'DEMO-2018-CLAIM', alias: '建设处' },
  })),
];

/**
 * Every writing action with its stage, in an order in which none takes another's stage away: days go forward, and what changes
 * the edition as a whole comes last.
 */
export const rightWrites: readonly RightWrite[] = [
  ...ofRecords,
  ...ofThePublic,
  ...ofUnitsAndMembers,
  ...ofSummaries,
  ...ofBulletinsAndMails,
  ...ofEditions,
];
