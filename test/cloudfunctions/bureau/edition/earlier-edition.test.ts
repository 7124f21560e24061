import { policyDraft } from '../../../shared/example-drafts';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { exportBulletin } from '#shared/contract/bulletin/export-bulletin';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { listExceptions } from '#shared/contract/bulletin/list-exceptions';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { openEdition } from '#shared/contract/edition/open-edition';
import { saveSubscription } from '#shared/contract/people/save-subscription';
import { listActivities } from '#shared/contract/public/list-activities';
import { listBulletins } from '#shared/contract/public/list-bulletins';
import { listFeedback } from '#shared/contract/public/list-feedback';
import { listPublicEditions } from '#shared/contract/public/list-public-editions';
import { openHome } from '#shared/contract/public/open-home';
import { readBulletin } from '#shared/contract/public/read-bulletin';
import { readSnapshot } from '#shared/contract/public/read-snapshot';
import { submitFeedback } from '#shared/contract/public/submit-feedback';
import { findDoubles } from '#shared/contract/record/find-doubles';
import { keepFile } from '#shared/contract/record/keep-file';
import { listDoubles } from '#shared/contract/record/list-doubles';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { openNilReports } from '#shared/contract/record/open-nil-reports';
import { listPolicies, savePolicy } from '#shared/contract/record/policy';
import { saveActivity } from '#shared/contract/record/save-activity';
import { listShowcases } from '#shared/contract/record/showcase';
import { stateNil } from '#shared/contract/record/state-nil';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { checkSummary } from '#shared/contract/summary/check-summary';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { listSubmissions } from '#shared/contract/summary/list-submissions';
import { listSummaryVersions } from '#shared/contract/summary/list-summary-versions';
import { openReport } from '#shared/contract/summary/open-report';
import { saveReportText } from '#shared/contract/summary/save-report-text';
import { stateAsIs } from '#shared/contract/summary/state-as-is';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import type { AnyAction } from '#shared/contract/action';
import type { DayPart } from '#shared/snapshot/public-snapshot';
import type { Activity } from '#shared/record/activity';
import { unitNamed } from '../../../../local/demo/units';
import { october, octoberDay } from '../../../shared/example-records';
import { photographed } from '../../../shared/file/example-pictures';
import { compile } from '../../support/compile';
import { jointEvent } from '../../support/joint-event';
import { changeOf, log, logForm } from '../../support/log-form';
import { newEdition } from '../../support/other-edition';
import { accept, logPolicy, logShowcase } from '../../support/records';
import {
  addPerson,
  answerOf,
  get,
  keptAs,
  messagesSent,
  openidOf,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../../support/running-cloud';
import { upload } from '../../support/upload';

runTheCloud();

const year = { editionId: '2018' };
const base = unitNamed('演示双创示范基地').id;
const own = { firstDay: octoberDay('11'), lastDay: octoberDay('11') } as const;

/** An activity of 2018 that is logged before another edition is made the current one. */
let logged: Activity;

beforeAll(async () => {
  await stopClockAt(october('10 15:00'));
  await addPerson('partner', { unitId: 'unit-p', unitName: '广州创投协会', city: '广州', role: 'organiser' });
  logged = await log('organiser', own);
  await jointEvent();
  const { edition } = await (async () => {
    const { id, revision } = await newEdition('2019');
    return get('bureau', openEdition, { id, revision });
  })();
  await newEdition('2020');
  await get('bureau', makeEditionCurrent, { id: edition.id });
});

beforeEach(() => stopClockAt(october('10 15:00')));

describe('with 2019 the current edition, the public', () => {
  test('finds the years, and not the one that is being prepared', async () => {
    expect((await get('visitor', listPublicEditions, {})).editions).toMatchObject([
      { id: '2019', current: true },
      { id: '2018', current: false, firstDay: octoberDay('09'), lastDay: octoberDay('15') },
    ]);
  });

  test('reads the home, the activities, the policies and the showcases of 2018', async () => {
    const home = await get('visitor', openHome, year);
    expect(home.edition.id).toBe('2018');
    expect(home.total).toBeGreaterThan(0);
    expect((await get('visitor', openHome, {})).total).toBe(0);
    const day = { ...year, day: octoberDay('11'), after: null };
    const { activities } = await get('visitor', listActivities, day);
    expect(activities.map(({ id }) => id)).toContain(logged.id);
    const draft = { ...policyDraft, name: '2018年的惠企政策若干条' };
    const { record } = await get('organiser', savePolicy, { change: null, ...year, draft });
    await accept('policy', record);
    const names = (await get('visitor', listPolicies, { ...year, after: null })).records.map(
      ({ name }) => name,
    );
    expect(names).toContain(record.name);
    expect((await get('visitor', listPolicies, { after: null })).records).toEqual([]);
    expect((await get('visitor', listShowcases, { ...year, kind: null, after: null })).records).toEqual([]);
  });

  test.each<[string, AnyAction, object]>([
    ['the home', openHome, {}],
    ['the list', listActivities, { day: null, after: null }],
    ['the policies', listPolicies, { after: null }],
    ['the showcases', listShowcases, { kind: null, after: null }],
    ['the bulletins', listBulletins, {}],
    ['a bulletin', readBulletin, { number: 1 }],
    ['the snapshot', readSnapshot, {}],
    ['feedback', submitFeedback, { text: '建议早点公布活动安排。', page: '' }],
  ])('learns nothing of an edition that is being prepared: %s', async (_what, contract, input) => {
    expect(await refused('visitor', contract, { ...input, editionId: '2020' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'edition' },
    });
  });

  test('is given a new snapshot of 2018 when a record of it is withdrawn', async () => {
    const { id, revision } = await log('organiser', own, year);
    const shown = async () => {
      await wakeTheTimer();
      const { parts } = await get('visitor', readSnapshot, year);
      const url = parts.find(({ part }) => part === octoberDay('11'))?.url ?? '';
      const { activities } = (await (await fetch(url)).json()) as DayPart;
      return activities.map((activity) => activity.id);
    };
    expect(await shown()).toContain(id);
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision, reason: '误报' });
    expect(await shown()).not.toContain(id);
  });

  test('writes about 2018, and the bureau finds it under 2018', async () => {
    const written = { text: '希望保留历届活动的资料。', page: 'pages/home/index' };
    const { id } = await get('visitor', submitFeedback, { ...written, ...year });
    const list = { isAnswered: false, before: null };
    expect((await get('bureau', listFeedback, { ...list, ...year })).feedback).toMatchObject([{ id }]);
    expect((await get('bureau', listFeedback, list)).feedback).toEqual([]);
  });
});

describe('with 2019 the current edition, a unit', () => {
  test('changes a record of 2018 within the days of 2018', async () => {
    const moved = { firstDay: octoberDay('12'), lastDay: octoberDay('13') };
    const change = changeOf(logged, moved);
    logged = (await get('organiser', saveActivity, change)).activity;
    expect(logged).toMatchObject({ editionId: '2018', days: [octoberDay('12'), octoberDay('13')] });
    const outside = changeOf(logged, { firstDay: '2019-06-13', lastDay: '2019-06-13' });
    expect(await refused('organiser', saveActivity, outside)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'activity.firstDay', problem: 'not-in-the-week' }] },
    });
  });

  test('opens the form of a record of 2018 with the days of 2018, and a new one of either', async () => {
    expect((await get('organiser', openLogForm, { id: logged.id })).edition.id).toBe('2018');
    expect((await get('organiser', openLogForm, { id: null, ...year })).edition.id).toBe('2018');
    expect((await get('organiser', openLogForm, { id: null })).edition.id).toBe('2019');
  });

  test('logs a forgotten activity for 2018, and reports it for the bulletin of its day', async () => {
    const { activity } = await get('organiser', saveActivity, logForm(own, { ...year, bulletin: 'report' }));
    expect(activity).toMatchObject({
      editionId: '2018',
      bulletin: { result: 'taken', day: octoberDay('11') },
    });
    const found = await get('organiser', findDoubles, {
      id: null,
      ...year,
      activity: (({ name, hosts, coHosts, city, venue, mode, firstDay, lastDay, startTime }) => ({
        name,
        hosts,
        coHosts,
        city,
        venue,
        mode: mode ?? 'offline',
        firstDay,
        lastDay,
        startTime: startTime ?? '09:00',
      }))(activity),
    });
    expect(found.doubles.map(({ id }) => id)).toContain(activity.id);
  });

  test('changes a policy of 2018, which stays a policy of 2018', async () => {
    const { record } = await get('organiser', savePolicy, { change: null, ...year, draft: policyDraft });
    const change = { id: record.id, revision: record.revision };
    const changed = await get('organiser', savePolicy, { change, draft: { ...policyDraft, remark: '修订' } });
    expect(changed.record).toMatchObject({ editionId: '2018', remark: '修订' });
  });

  test('adds a picture to a record of 2018', async () => {
    await answerOf('wxa_media_check', { copies: 0 });
    const fileID = await upload('organiser', 'photo', photographed(6));
    const { id, revision } = logged;
    const photo = { kind: 'activity', id, revision, purpose: 'photo', fileID, name: '现场照片' } as const;
    logged = { ...logged, revision: (await get('organiser', keepFile, photo)).revision };
  });

  test('states nothing for the week of 2018, and takes it back', async () => {
    await addPerson('silent', {
      unitId: 'unit-s',
      unitName: '广州担保公司',
      city: '广州',
      role: 'organiser',
    });
    const nil = { ...year, scope: 'unit', span: 'week' } as const;
    expect((await get('silent', stateNil, nil)).nilReport.editionId).toBe('2018');
    const weekOf = async (editionId: string) => {
      const { subjects } = await get('silent', openNilReports, { editionId });
      return subjects[0]?.spans.find(({ span }) => span === 'week')?.stated;
    };
    expect([await weekOf('2018'), await weekOf('2019')]).toEqual([true, false]);
    expect((await get('silent', withdrawNil, nil)).nilReport.withdrawn).toBe(true);
  });

  test('is reminded of what it owes to 2018, whose week goes on', async () => {
    const unit = { unitId: 'unit-o', unitName: '广州孵化器', city: '广州', role: 'organiser' } as const;
    await addPerson('owing', unit);
    await stopClockAt(october('12 10:00'));
    await get('owing', saveActivity, logForm({ headcount: null }, year));
    await get('owing', saveSubscription, { message: 'nudge', isAccepted: true });
    await stopClockAt(october('12 15:00'));
    await wakeTheTimer();
    const nudges = (await messagesSent()).filter(({ touser }) => touser === openidOf('owing'));
    expect(nudges).toHaveLength(1);
  });
});

describe('with 2019 the current edition, the staff', () => {
  test('find the likely doubles of 2018', async () => {
    const asked = { state: 'open', after: null } as const;
    expect((await get('bureau', listDoubles, { ...asked, ...year })).total).toBeGreaterThan(0);
    expect((await get('bureau', listDoubles, asked)).total).toBe(0);
  });

  test('grant, list and take back an exception of 2018', async () => {
    const { exception } = await get('bureau', grantException, {
      ...year,
      unitId: base,
      day: octoberDay('10'),
      until: october('10 18:00'),
      reason: '会场断电',
    });
    expect(exception.editionId).toBe('2018');
    const listed = await get('bureau', listExceptions, { ...year, day: octoberDay('10') });
    expect(listed.exceptions).toMatchObject([{ id: exception.id }]);
    expect((await get('bureau', listExceptions, { day: null })).exceptions).toEqual([]);
    expect((await get('bureau', revokeException, { id: exception.id })).exception.revokedAt).not.toBeNull();
  });

  test('compile, issue and print the bulletin of a day of 2018, and the public reads it', async () => {
    const day = { ...year, day: octoberDay('11') };
    await stopClockAt(october('11 16:01'));
    await get('bureau', compileBulletin, day);
    const { stage, bulletin } = await get('bureau', openBulletin, day);
    expect(stage).toBe('compiled');
    await get('bureau', issueBulletin, { ...day, revision: bulletin.revision });
    expect((await get('bureau', exportBulletin, day)).fileName).toContain('2018年');
    expect((await get('visitor', listBulletins, year)).bulletins).toMatchObject([{ day: octoberDay('11') }]);
    expect((await get('visitor', readBulletin, { ...year, number: 1 })).edition.id).toBe('2018');
    expect(await refused('bureau', openBulletin, { day: octoberDay('11') })).toMatchObject({
      details: { what: 'bulletin' },
    });
  });

  test('check, explain, compile, write and submit the summary of 2018', async () => {
    const { id, revision } = await log('shenzhen-organiser', { ...own, city: '深圳' }, year);
    const { findings } = await get('shenzhen-city', checkSummary, { ...year, scope: null, after: null });
    expect(findings.some((finding) => finding.id === id)).toBe(true);
    const finding = { kind: 'waiting', what: 'activity', id, field: '' } as const;
    await get('shenzhen-city', stateAsIs, { finding, revision, note: '情况属实' });
    const ofUnit = {
      kind: 'silent-unit',
      what: 'unit',
      id: unitNamed('深圳开放创新实验室').id,
      field: '',
    } as const;
    await get('shenzhen-city', stateAsIs, { ...year, finding: ofUnit, revision: null, note: '已核实' });

    const { summary } = await get('shenzhen-city', compileSummary, { ...year, scope: null });
    if (summary === null) throw new Error('The summary takes more than a moment');
    const text = { scope: null, section: 'overview', text: '深圳市情况如下。', revision: 0 } as const;
    await get('shenzhen-city', saveReportText, { ...year, ...text });
    await get('shenzhen-city', submitSummary, { summaryId: summary.id });

    const versions = await get('shenzhen-city', listSummaryVersions, { ...year, scope: null, before: null });
    expect(versions.versions).toMatchObject([{ id: summary.id }]);
    const report = await get('shenzhen-city', openReport, { ...year, scope: null, summaryId: null });
    expect(report.sections[0]?.text).toBe('深圳市情况如下。');
    const named = await get('shenzhen-city', openReport, { scope: null, summaryId: summary.id });
    expect(named.summary?.id).toBe(summary.id);
    const standing = async (asked: object) =>
      (await get('bureau', listSubmissions, asked)).cities.find(({ city }) => city === '深圳')?.standing;
    expect([await standing(year), await standing({})]).toEqual(['submitted', 'none']);
  });
});

test('what belongs to the current edition comes without naming it', async () => {
  const week = { firstDay: '2019-06-13', lastDay: '2019-06-13' };
  expect((await log('organiser', week)).editionId).toBe('2019');
  expect((await logPolicy('organiser')).editionId).toBe('2019');
  expect((await logShowcase('organiser')).editionId).toBe('2019');
  expect((await compile('bureau')).version).toBe(1);
});

test('feedback before the first edition is taken, and found by the bureau when there is one', async () => {
  const deployment = await keptAs('deployment', 'deployment');
  await putDocuments('deployment', [{ ...deployment, currentEditionId: null }]);
  const { id } = await get('visitor', submitFeedback, { text: '什么时候举办活动周？', page: '' });
  const list = { isAnswered: false, before: null };
  expect((await get('bureau', listFeedback, list)).feedback).toMatchObject([{ id }]);
  await putDocuments('deployment', [deployment]);
  expect((await get('bureau', listFeedback, list)).feedback).toMatchObject([{ id }]);
});
