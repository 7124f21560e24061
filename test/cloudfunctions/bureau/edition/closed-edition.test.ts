import type { AnyAction } from '#shared/contract/action';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { editBulletin } from '#shared/contract/bulletin/edit-bulletin';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { continueEditionChange } from '#shared/contract/edition/continue-edition-change';
import { listEditions } from '#shared/contract/edition/list-editions';
import { openClosing } from '#shared/contract/edition/open-closing';
import { openEdition } from '#shared/contract/edition/open-edition';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { cancelRecord } from '#shared/contract/record/cancel-record';
import { mendRecord } from '#shared/contract/record/mend-record';
import { moveRecord } from '#shared/contract/record/move-record';
import { noteCalls } from '#shared/contract/unit/note-calls';
import { acceptRecord } from '#shared/contract/record/accept-record';
import { checkOwnWaiting } from '#shared/contract/record/check-own-waiting';
import { decideCheck } from '#shared/contract/record/decide-check';
import { dismissDouble } from '#shared/contract/record/dismiss-double';
import { keepFile } from '#shared/contract/record/keep-file';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { savePolicy } from '#shared/contract/record/policy';
import { removeFile } from '#shared/contract/record/remove-file';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { saveShowcase } from '#shared/contract/record/showcase';
import { stateNil } from '#shared/contract/record/state-nil';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { returnSubmission } from '#shared/contract/summary/return-submission';
import { saveReportText } from '#shared/contract/summary/save-report-text';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import type { Activity } from '#shared/record/activity';
import type { Edition } from '#shared/week/edition';
import { unitNamed } from '../../../../local/demo/units';
import { policyDraft, showcaseDraft } from '../../../shared/example-drafts';
import { october, octoberDay } from '../../../shared/example-records';
import { photographed } from '../../../shared/file/example-pictures';
import { compile } from '../../support/compile';
import { jointEvent, merging } from '../../support/joint-event';
import { changeOf, log, logForm } from '../../support/log-form';
import {
  addPerson,
  answerOf,
  causeTrouble,
  everythingKept,
  get,
  kept,
  loggedFailure,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type PersonId,
} from '../../support/running-cloud';
import { upload } from '../../support/upload';

runTheCloud();

const base = unitNamed('演示双创示范基地').id;
const textCheck = 'security.msgSecCheck';

async function edition(): Promise<Edition> {
  const found = (await get('bureau', listEditions, {})).editions.find(({ id }) => id === '2018');
  if (found === undefined) throw new Error('2018 is there');
  return found;
}

async function close(reason?: string): Promise<Edition> {
  const { revision } = await edition();
  const why = reason === undefined ? {} : { reason };
  return (await get('bureau', closeEdition, { id: '2018', revision, ...why })).edition;
}

async function reopen(): Promise<void> {
  const { revision } = await edition();
  await get('bureau', openEdition, { id: '2018', revision });
}

describe('closing at 16:00 of the last day', () => {
  test('says what is still open: bulletins, exceptions, records, cities and the province', async () => {
    await stopClockAt(october('15 10:00'));
    const waiting = await log('organiser', { name: '没有审核的最后一场活动' });
    const exception = { unitId: base, day: octoberDay('15'), until: october('15 18:00'), reason: '会场断电' };
    const granted = (await get('bureau', grantException, exception)).exception;
    await stopClockAt(october('15 16:00'));
    const { stillOpen, wantsReason } = await get('bureau', openClosing, { id: '2018' });
    expect(wantsReason).toBe(true);
    expect(stillOpen.bulletins).toContain(octoberDay('15'));
    expect(stillOpen.exceptions).toEqual([
      { id: granted.id, unitName: '演示双创示范基地', day: octoberDay('15'), until: exception.until },
    ]);
    expect(stillOpen.cities).toHaveLength((await edition()).cities.length);
    expect(stillOpen).toMatchObject({ province: true, provinceDeadline: octoberDay('16') });
    const reported = (await kept('activities')).filter(({ state }) => state === 'reported');
    expect(reported.map(({ _id }) => _id)).toContain(waiting.id);
    expect(stillOpen.reported.count).toBeGreaterThanOrEqual(reported.length);
    expect(stillOpen.reported.first.length).toBeLessThanOrEqual(5);
  });

  test('wants a reason, which the edition keeps', async () => {
    await stopClockAt(october('15 16:00'));
    const { revision } = await edition();
    expect(await refused('bureau', closeEdition, { id: '2018', revision })).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
    });
    const closing = { at: october('15 16:00'), reason: '台风停办，最后一期不再编发' };
    expect(await close(closing.reason)).toMatchObject({ state: 'closed', closing });
    await reopen();
    expect((await edition()).closing).toBeNull();
  });
});

describe('a closed edition', () => {
  let own: Activity;
  let before: Awaited<ReturnType<typeof everythingKept>>;
  const asked: [PersonId, AnyAction, object][] = [];

  /** Everything that a member could still want of a week, asked for in the moment before it is closed. */
  async function everythingThatCouldBeChanged(): Promise<void> {
    await addPerson('partner', {
      unitId: 'unit-p',
      unitName: '广州创投协会',
      city: '广州',
      role: 'organiser',
    });
    await addPerson('silent', {
      unitId: 'unit-s',
      unitName: '广州担保公司',
      city: '广州',
      role: 'organiser',
    });
    await addPerson('steady', { unitId: 'unit-t', unitName: '广州孵化器', city: '广州', role: 'organiser' });
    own = await log('organiser');
    const record = { kind: 'activity', id: own.id, revision: own.revision } as const;
    await answerOf('wxa_media_check', { copies: 0 });
    const withPhoto = await log('organiser', { name: '有照片的一场活动' });
    const photo = { kind: 'activity', id: withPhoto.id, purpose: 'photo', name: '现场' } as const;
    const fileID = await upload('organiser', 'photo', photographed(6));
    const keptPhoto = await get('organiser', keepFile, { ...photo, revision: withPhoto.revision, fileID });
    const removed = { kind: 'activity', id: withPhoto.id, fileId: keptPhoto.file.id } as const;
    const [one, other] = await jointEvent();
    const pair = (await kept('doubles')).find(({ recordIds }) => (recordIds as string[]).includes(one.id));
    await answerOf(textCheck, { errcode: 0, result: { suggest: 'review', label: 20001 } }, 1);
    const forReview = await log('organiser', { name: '待人工核的一场活动' });
    await answerOf(textCheck, { errcode: -1, errmsg: 'system error' }, 1);
    await log('organiser', { name: '还没有查过的一场活动' });
    await loggedFailure();
    const nil = { scope: 'unit', span: 'week' } as const;
    await get('steady', stateNil, nil);
    const exception = { unitId: base, day: octoberDay('15'), until: october('15 18:00'), reason: '断电' };
    const granted = (await get('bureau', grantException, exception)).exception;
    const first = await compile('shenzhen-city');
    const submission = await get('shenzhen-city', submitSummary, { summaryId: first.id });
    const second = await compile('shenzhen-city');
    const day = { day: octoberDay('14') };
    const { bulletin } = await get('bureau', openBulletin, day);
    const reason = '请核对人数。';
    const finding = { kind: 'waiting', what: 'activity', id: own.id, field: '' } as const;
    const silent = { kind: 'silent-unit', what: 'unit', id: base, field: '' } as const;
    const text = { section: 'overview', text: '本单位情况如下。', revision: 0, scope: null } as const;
    asked.push(
      ['organiser', saveActivity, logForm()],
      ['organiser', saveActivity, changeOf(own, { district: '越秀区' })],
      ['organiser', savePolicy, { change: null, draft: policyDraft }],
      ['organiser', saveShowcase, { change: null, draft: showcaseDraft }],
      ['organiser', withdrawRecord, { ...record, reason: '误报' }],
      ['organiser', keepFile, { ...photo, revision: keptPhoto.revision, fileID }],
      ['organiser', removeFile, { ...removed, revision: keptPhoto.revision }],
      ['silent', stateNil, nil],
      ['steady', withdrawNil, nil],
      ['city', acceptRecord, record],
      ['city', returnRecord, { ...record, reason, fields: ['headcount'] }],
      ['city', decideCheck, { ...record, id: forReview.id, fileId: null, decision: 'passed' }],
      ['city', dismissDouble, { id: pair?._id }],
      ['city', mergeDoubles, merging(one, other)],
      ['organiser', cancelRecord, { ...keyOf(own), reason: '场地停电' }],
      ['steady', askToCoHost, { id: own.id }],
      ['city', mendRecord, { ...record, texts: [{ field: 'name', text: '改过错字的一场活动' }] }],
      ['city', moveRecord, { ...record, toUnitId: 'unit-t', reason: '填错单位' }],
      ['city', noteCalls, { unitIds: [base], answer: 'nothing-this-week' }],
      ['bureau', compileBulletin, day],
      ['bureau', editBulletin, { ...day, revision: bulletin.revision, order: [], lead: '', note: '' }],
      ['bureau', issueBulletin, { ...day, revision: bulletin.revision }],
      ['bureau', grantException, exception],
      ['bureau', revokeException, { id: granted.id }],
      ['organiser', compileSummary, { scope: null }],
      ['organiser', saveReportText, text],
      ['organiser', stateAsIs, { finding, revision: own.revision, note: '情况属实' }],
      ['city', stateAsIs, { finding: silent, revision: null, note: '情况属实' }],
      ['shenzhen-city', submitSummary, { summaryId: second.id }],
      ['bureau', returnSubmission, { submissionId: submission.id, reason }],
      ['bureau', continueEditionChange, { id: '2018' }],
    );
  }

  async function aSummaryThatWasCutOff(): Promise<string | undefined> {
    const cutOff = { skip: 1, times: 1, errorCode: 'DATABASE_REQUEST_FAILED' };
    await causeTrouble({ action: 'database.commitTransaction', ...cutOff });
    await refused('organiser', compileSummary, { scope: null });
    await loggedFailure();
    const [job] = await kept('summary-jobs');
    return job?._id;
  }

  function keyOf({ id, revision }: Activity) {
    return { id, revision };
  }

  beforeAll(async () => {
    await stopClockAt(october('15 15:00'));
    await everythingThatCouldBeChanged();
    await stopClockAt(october('15 16:00'));
    asked.push(['organiser', continueSummary, { summaryId: await aSummaryThatWasCutOff() }]);
    await close('演示归档');
    before = await everythingKept();
  });
  afterAll(reopen);

  test('changes by nobody’s hand: each asks and is told that it is closed', async () => {
    for (const [person, contract, input] of asked) {
      const refusal = await refused(person, contract, input);
      expect({ action: contract.name, ...refusal }).toEqual({
        action: contract.name,
        code: 'FROZEN',
        details: { state: 'edition-closed' },
      });
    }
    const after = await everythingKept();
    for (const collection of ['activities', 'policies', 'showcases', 'nil-reports', 'bulletins', 'summaries'])
      expect(after[collection]).toEqual(before[collection]);
  });

  test('changes by no timer and by no late answer of the content check', async () => {
    await stopClockAt(october('16 20:00'));
    await wakeTheTimer();
    await get('organiser', checkOwnWaiting, {});
    const after = await everythingKept();
    for (const collection of ['activities', 'bulletins', 'summaries', 'summary-jobs'])
      expect(after[collection]).toEqual(before[collection]);
  });
});
