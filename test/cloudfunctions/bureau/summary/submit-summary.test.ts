import { acceptRecord } from '#shared/contract/record/accept-record';
import { mergeDoubles } from '#shared/contract/record/merge-doubles';
import { compareSummaries } from '#shared/contract/summary/compare-summaries';
import { extendCityDeadline } from '#shared/contract/edition/extend-city-deadline';
import { listEditions } from '#shared/contract/edition/list-editions';
import { listNotices } from '#shared/contract/notice/list-notices';
import { listSubmissions } from '#shared/contract/summary/list-submissions';
import { listSummaryVersions } from '#shared/contract/summary/list-summary-versions';
import { readSummary } from '#shared/contract/summary/read-summary';
import { returnSubmission } from '#shared/contract/summary/return-submission';
import { submitSummary } from '#shared/contract/summary/submit-summary';
import type { City } from '#shared/ground/region';
import { edition2018, october, octoberDay } from '../../../shared/example-records';
import { compile } from '../../support/compile';
import { merging } from '../../support/joint-event';
import { log } from '../../support/log-form';
import { accept } from '../../support/records';
import {
  addPerson,
  ask,
  get,
  kept,
  keptAs,
  makeRequestsMeet,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

const cities: City[] = ['梅州', '惠州', '汕尾', '东莞', '阳江', '云浮', '揭阳', '潮州', '清远'];
/** The staff of a city that has submitted nothing yet. */
async function anotherCity(): Promise<{ person: string; city: City }> {
  const city = cities.pop();
  if (city === undefined) throw new Error('No city is left');
  const person = `staff-${cities.length}`;
  await addPerson(person, { unitId: `office-${cities.length}`, unitName: `${city}市局`, city, role: 'city' });
  return { person, city };
}

async function lineOf(city: string) {
  const { cities: lines } = await get('bureau', listSubmissions, {});
  return lines.find((each) => each.city === city);
}

beforeEach(() => stopClockAt(october('15 17:00')));

describe('a city’s summary', () => {
  test.each([
    ['15 23:59:59.999', false, 'submitted'],
    ['16 00:00', true, 'late'],
    ['20 09:00', true, 'late'],
  ] as const)('submitted on October %s is late: %s', async (moment, isLate, standing) => {
    const { person, city } = await anotherCity();
    const due = { dueAt: october('15 23:59:59.999'), extension: '', reportsAlone: false };
    expect(await lineOf(city)).toEqual({ city, ...due, standing: 'none', submission: null });
    const { id, version } = await compile(person);
    await stopClockAt(october(moment));
    const submission = await get(person, submitSummary, { summaryId: id });
    expect(submission).toMatchObject({ to: 'province', version, isLate, receivedAt: october(moment) });
    expect(await lineOf(city)).toEqual({ city, ...due, standing, submission });
  });

  test('is on time on the later day that the city was given, which is told to its members', async () => {
    const { person, city } = await anotherCity();
    const { editions } = await get('bureau', listEditions, {});
    const { revision } = editions.find(({ id }) => id === '2018') ?? { revision: 0 };
    const later = { id: '2018', revision, city, day: octoberDay('16'), reason: '台风停工' };
    expect(await refused('bureau', extendCityDeadline, { ...later, day: octoberDay('15') })).toMatchObject({
      details: { fields: [{ field: 'day', problem: 'not-after-city-deadline' }] },
    });
    expect(await refused('bureau', extendCityDeadline, { ...later, day: octoberDay('17') })).toMatchObject({
      details: { fields: [{ field: 'day', problem: 'after-province-deadline' }] },
    });
    await get('bureau', extendCityDeadline, later);
    expect(await lineOf(city)).toMatchObject({ dueAt: october('16 23:59:59.999'), extension: '台风停工' });
    const { notices } = await get(person, listNotices, {});
    expect(notices[0]).toMatchObject({
      kind: 'dates-changed',
      note: '地市报省截止由10月15日改为10月16日（台风停工）',
    });
    const { id } = await compile(person);
    await stopClockAt(october('16 20:00'));
    expect(await get(person, submitSummary, { summaryId: id })).toMatchObject({ isLate: false });
  });

  test('is given back with a reason, and coming again it keeps the time it first came', async () => {
    const { person, city } = await anotherCity();
    const first = await get(person, submitSummary, { summaryId: (await compile(person)).id });
    await stopClockAt(october('16 09:00'));
    await get('bureau', returnSubmission, { submissionId: first.id, reason: '请补充参加人数' });
    expect(await lineOf(city)).toMatchObject({
      standing: 'returned',
      submission: { returned: { at: october('16 09:00'), reason: '请补充参加人数' } },
    });
    expect(await refused(person, submitSummary, { summaryId: first.summaryId })).toEqual({
      code: 'FROZEN',
      details: { state: 'submitted' },
    });
    const again = await get(person, submitSummary, { summaryId: (await compile(person)).id });
    expect(again).toMatchObject({ isLate: false, firstReceivedAt: first.receivedAt, returned: null });
    expect(await lineOf(city)).toMatchObject({ standing: 'submitted', submission: { id: again.id } });
    expect(
      await refused('bureau', returnSubmission, { submissionId: first.id, reason: '请补充参加人数' }),
    ).toEqual({ code: 'FROZEN', details: { state: 'replaced' } });
  });

  test('that was submitted is never changed, only replaced by a later version', async () => {
    const { person } = await anotherCity();
    const early = await compile(person);
    const later = await compile(person);
    await get(person, submitSummary, { summaryId: later.id });
    const keptLater = await keptAs('summaries', later.id);
    expect(await refused(person, submitSummary, { summaryId: early.id })).toMatchObject({ code: 'FROZEN' });
    await compile(person);
    expect(await keptAs('summaries', later.id)).toEqual(keptLater);
  });

  test('submitted twice at the same moment is submitted once', async () => {
    const { person, city } = await anotherCity();
    const { id } = await compile(person);
    await makeRequestsMeet(person, listSubmissions, {});
    const answers = await Promise.all([1, 2, 3].map(() => ask(person, submitSummary, { summaryId: id })));
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect((await kept('submissions')).filter(({ scopeKey }) => scopeKey === city)).toHaveLength(1);
  });

  test('is not taken while changes after acceptance wait to be looked at', async () => {
    const { id, revision } = await log('organiser');
    await get('city', acceptRecord, { kind: 'activity', id, revision });
    const record = await keptAs('activities', id);
    const changed = (unseen: number) =>
      putDocuments('activities', [{ ...record, changedAfterAcceptance: { count: 1, unseen } }]);
    const summary = await compile('city');
    await changed(1);
    expect(await refused('city', submitSummary, { summaryId: summary.id })).toEqual({
      code: 'FROZEN',
      details: { state: 'unseen-changes' },
    });
    await changed(0);
    expect(await get('city', submitSummary, { summaryId: summary.id })).toMatchObject({ to: 'province' });
  });

  test('is submitted by the city’s own staff, a unit’s by nobody', async () => {
    const { person, city } = await anotherCity();
    const { id } = await compile(person);
    for (const other of ['city', 'bureau'] as const) {
      expect(await refused(other, submitSummary, { summaryId: id })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await refused('organiser', submitSummary, { summaryId: id })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
    const unit = await compile('organiser');
    expect(await refused('city', submitSummary, { summaryId: unit.id })).toEqual({
      code: 'FROZEN',
      details: { state: 'not-for-submission' },
    });
    expect(await lineOf(city)).toMatchObject({ standing: 'none' });
  });
});

describe('the province’s summary', () => {
  test('goes to the ministry by the bureau, by its own day', async () => {
    const { id } = await compile('bureau');
    await stopClockAt(october('16 23:59:59.999'));
    expect(await refused('city', submitSummary, { summaryId: id })).toMatchObject({ code: 'FORBIDDEN' });
    const submission = await get('bureau', submitSummary, { summaryId: id });
    expect(submission).toMatchObject({ to: 'ministry', isLate: false });
    const { province } = await get('bureau', listSubmissions, {});
    expect(province).toMatchObject({ standing: 'submitted', submission: { id: submission.id } });
    expect(
      await refused('bureau', returnSubmission, { submissionId: submission.id, reason: '请补充' }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('the list of submissions', () => {
  test('has every city of the edition in its order, with the last moments', async () => {
    const list = await get('bureau', listSubmissions, {});
    expect(list.cities.map(({ city }) => city)).toEqual(edition2018.cities);
    expect(list).toMatchObject({
      cityDueAt: october('15 23:59:59.999'),
      provinceDueAt: october('16 23:59:59.999'),
    });
  });

  test('has for a city its own line', async () => {
    const { cities: lines } = await get('city', listSubmissions, {});
    expect(lines.map(({ city }) => city)).toEqual(['广州']);
  });
});

describe('versions', () => {
  test('are listed the latest first, each with what became of it', async () => {
    const { person } = await anotherCity();
    const first = await compile(person);
    const second = await compile(person);
    const submission = await get(person, submitSummary, { summaryId: first.id });
    const { versions, scopeName, next } = await get(person, listSummaryVersions, {
      scope: null,
      before: null,
    });
    expect(versions).toEqual([
      { ...second, submission: null },
      { ...first, submission },
    ]);
    expect(next).toBeNull();
    expect(scopeName).toMatch(/市$/);
    const earlier = await get(person, listSummaryVersions, { scope: null, before: 2 });
    expect(earlier.versions.map(({ version }) => version)).toEqual([1]);
    expect((await get(person, readSummary, { summaryId: first.id })).submission).toEqual(submission);
  });

  test('are compared: what was added, removed and changed, and how the figures differ', async () => {
    const [stays, goes] = [await log('organiser'), await log('organiser')];
    for (const { id } of [stays, goes])
      await get('city', acceptRecord, { kind: 'activity', id, revision: 1 });
    const earlier = await compile('city');
    const put = async (id: string, fields: Record<string, unknown>) =>
      putDocuments('activities', [{ ...(await keptAs('activities', id)), ...fields }]);
    await put(stays.id, { headcount: { count: 90, method: '签到表' }, revision: 3 });
    await put(goes.id, { state: 'returned', revision: 3 });
    const comes = await log('organiser', { name: '后来才通过的活动' });
    await get('city', acceptRecord, { kind: 'activity', id: comes.id, revision: 1 });
    const later = await compile('city');
    const compared = await get('city', compareSummaries, { earlierId: earlier.id, laterId: later.id });
    expect(compared).toMatchObject({ more: 0, earlier: { headcount: earlier.headcount }, later });
    expect(compared.differences).toHaveLength(3);
    expect(compared.differences).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'added', id: comes.id, name: '后来才通过的活动' }),
        expect.objectContaining({ kind: 'removed', id: goes.id }),
        expect.objectContaining({
          kind: 'changed',
          id: stays.id,
          fields: [{ field: 'headcount', before: 86, after: 90 }],
        }),
      ]),
    );
  });

  test('of two scopes are not compared', async () => {
    const [city, unit] = [await compile('city'), await compile('organiser')];
    expect(await refused('city', compareSummaries, { earlierId: unit.id, laterId: city.id })).toMatchObject({
      code: 'INVALID_INPUT',
    });
    expect(
      await refused('organiser', compareSummaries, { earlierId: unit.id, laterId: city.id }),
    ).toMatchObject({ code: 'FORBIDDEN' });
  });
});

describe('a joint event of two cities', () => {
  test('counts for each of them, and once for the province, which shows what it took off', async () => {
    const before = await get('bureau', readSummary, { summaryId: (await compile('bureau')).id });
    const host = await log('organiser', { headcount: { count: 300, method: '签到表' } });
    const partner = await log('shenzhen-organiser', { headcount: { count: 80, method: '主办方估计' } });
    const accepted = { id: host.id, revision: await accept('activity', host) };
    const theirs = { id: partner.id, revision: await accept('activity', partner, 'shenzhen-city') };
    await get('bureau', mergeDoubles, merging(accepted, theirs));
    const province = await get('bureau', readSummary, { summaryId: (await compile('bureau')).id });
    const shenzhen = await compile('bureau', { kind: 'city', city: '深圳' });
    expect(shenzhen).toMatchObject({ services: 1, headcount: 80, estimated: 80 });
    expect(province.totals.all.activities).toBe(before.totals.all.activities + 1);
    expect(province.totals.all.headcount).toBe(before.totals.all.headcount + 300);
    const { bySum, shared, result } = province.totals.sum ?? {};
    expect(shared).toMatchObject({ activities: 1, services: 1, headcount: 80, estimated: 80, policies: 0 });
    expect(result?.headcount).toBe((bySum?.headcount ?? 0) - 80);
    expect(result).toMatchObject({
      activities: province.totals.all.activities,
      headcount: province.totals.all.headcount,
    });
  });
});
