import { acceptRecord } from '#shared/contract/record/accept-record';
import { addFollowUp } from '#shared/contract/record/add-follow-up';
import { changeEdition } from '#shared/contract/edition/change-edition';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { createEdition } from '#shared/contract/edition/create-edition';
import { askToCoHost } from '#shared/contract/record/ask-to-co-host';
import { listActivities } from '#shared/contract/public/list-activities';
import { listEditions } from '#shared/contract/edition/list-editions';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { openEdition } from '#shared/contract/edition/open-edition';
import { openHome } from '#shared/contract/public/open-home';
import { openSummary } from '#shared/contract/summary/open-summary';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { returnRecord } from '#shared/contract/record/return-record';
import { saveShowcase } from '#shared/contract/record/showcase';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { saveActivity } from '#shared/contract/record/save-activity';
import { fieldsOf, type Edition, type EditionFields } from '#shared/week/edition';
import { october } from '../../../shared/example-records';
import { changeOf, log, logForm } from '../../support/log-form';
import { newEdition, weekOf } from '../../support/other-edition';
import {
  ask,
  causeTrouble,
  get,
  kept,
  keptAs,
  loggedFailure,
  newRequestId,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  type Answer,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

async function editionOf(year: string): Promise<Edition> {
  const { editions } = await get('bureau', listEditions, {});
  const found = editions.find(({ id }) => id === year);
  if (found === undefined) throw new Error(`There is no edition ${year}`);
  return found;
}

async function change(year: string, fields: Partial<EditionFields>): Promise<Answer> {
  const before = await editionOf(year);
  return ask('bureau', changeEdition, {
    id: year,
    revision: before.revision,
    fields: { ...fieldsOf(before), ...fields },
  });
}

function fieldProblems(answer: Answer): unknown {
  if (!('ok' in answer) || answer.ok) throw new Error(`Expected a refusal: ${JSON.stringify(answer)}`);
  return (answer.error.details as { fields: unknown }).fields;
}

async function currentYears(): Promise<unknown[]> {
  const { editions } = await get('bureau', listEditions, {});
  return editions.filter(({ current }) => current).map(({ id }) => id);
}

describe('a new edition', () => {
  test('takes over what is not given, is being prepared, and only the bureau sees it', async () => {
    const edition = await newEdition('2019');
    expect(edition).toMatchObject({
      ...weekOf('2019'),
      id: '2019',
      cutOff: '16:00',
      bulletinMailbox: 'cxfwc@sme.gov.cn',
      series: ['中博会', '创客中国', '创客广东'],
      state: 'preparing',
      current: false,
      revision: 1,
    });
    const ids = async (person: string) => (await get(person, listEditions, {})).editions.map(({ id }) => id);
    expect(await ids('bureau')).toEqual(['2019', '2018']);
    expect(await ids('city')).toEqual(['2018']);
    expect(await ids('organiser')).toEqual(['2018']);
    expect((await get('visitor', openHome, {})).edition.id).toBe('2018');
    expect(await refused('city', openSummary, { after: null, editionId: '2019' })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'edition' },
    });
    expect((await get('bureau', openSummary, { after: null, editionId: '2019' })).edition.id).toBe('2019');
  });

  test('of a year that has one is refused', async () => {
    expect(await refused('bureau', createEdition, { id: '2018', from: '2018', fields: {} })).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'id', problem: 'taken' }] },
    });
  });

  test('of the same year, set up by two at once, is one', async () => {
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    const asked = { id: '2031', from: '2018', fields: weekOf('2031') };
    const answers = await Promise.all([1, 2].map(() => ask('bureau', createEdition, asked)));
    const outcomes = answers.map((answer) => ('ok' in answer && answer.ok ? 'made' : fieldProblems(answer)));
    expect(outcomes).toContain('made');
    expect(outcomes).toContainEqual([{ field: 'id', problem: 'taken', limit: null }]);
  });

  test('without an earlier one says every field that is missing', async () => {
    const { details } = await refused('bureau', createEdition, { id: '2024', from: null, fields: {} });
    expect(details).toMatchObject({
      fields: expect.arrayContaining([
        { field: 'fields.firstDay', problem: 'required', limit: null },
        { field: 'fields.cities', problem: 'required', limit: null },
      ]) as unknown,
    });
  });

  test('with the days of another year, or that do not go together, is refused at those fields', async () => {
    const answer = await ask('bureau', createEdition, { id: '2025', from: '2018', fields: {} });
    expect(fieldProblems(answer)).toContainEqual({
      field: 'fields.firstDay',
      problem: 'not-in-the-year',
      limit: null,
    });
  });

  test('from an edition that is not there is refused', async () => {
    expect(await refused('bureau', createEdition, { id: '2026', from: '2017', fields: {} })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'edition' },
    });
  });
});

describe('changing an edition', () => {
  test('before anything is decided changes it, once', async () => {
    await newEdition('2020');
    const before = await editionOf('2020');
    const asked = {
      id: '2020',
      revision: 1,
      fields: { ...fieldsOf(before), cutOff: '15:30', theme: '创响中国' },
    };
    const requestId = newRequestId();
    const first = await get('bureau', changeEdition, asked, requestId);
    expect(first.edition).toMatchObject({ cutOff: '15:30', theme: '创响中国', revision: 2 });
    expect(await get('bureau', changeEdition, asked, requestId)).toEqual(first);
    expect(await editionOf('2020')).toMatchObject({ revision: 2 });
  });

  test('from a revision that is no longer the one kept is refused with the one that is', async () => {
    const current = await editionOf('2018');
    const asked = { id: '2018', revision: current.revision + 1, fields: fieldsOf(current) };
    const kept = { ...current, current: undefined };
    expect(await refused('bureau', changeEdition, asked)).toEqual({
      code: 'CONFLICT',
      details: { current: kept },
    });
  });

  test('by two at once is one change and one conflict', async () => {
    const before = await editionOf('2018');
    await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
    const answers = await Promise.all(
      ['主题甲', '主题乙'].map((theme) =>
        ask('bureau', changeEdition, {
          id: '2018',
          revision: before.revision,
          fields: { ...fieldsOf(before), theme },
        }),
      ),
    );
    const codes = answers.map((answer) => ('ok' in answer && !answer.ok ? answer.error.code : 'changed'));
    expect(codes.sort()).toEqual(['CONFLICT', 'changed']);
    expect((await editionOf('2018')).revision).toBe(before.revision + 1);
  });

  test('does not move what time has decided', async () => {
    expect(
      fieldProblems(
        await change('2018', { cutOff: '17:00', firstDay: '2018-10-08', opensAt: october('01 00:00') }),
      ),
    ).toEqual(
      ['firstDay', 'opensAt', 'cutOff'].map((field) => ({
        field: `fields.${field}`,
        problem: 'already-decided',
        limit: null,
      })),
    );
    await stopClockAt(october('16 00:00'));
    expect(fieldProblems(await change('2018', { cityDeadline: '2018-10-16' }))).toEqual([
      { field: 'fields.cityDeadline', problem: 'already-decided', limit: null },
    ]);
    await stopClockAt(october('15 23:59:59.999'));
    expect(await change('2018', { cityDeadline: '2018-10-16' })).toMatchObject({ ok: true });
  });

  test('does not drop a day that has a report, or a city that has records', async () => {
    await log(
      'organiser',
      { firstDay: '2018-10-15', lastDay: '2018-10-15' },
      { bulletin: 'report', bulletinDay: '2018-10-15' },
    );
    expect(fieldProblems(await change('2018', { lastDay: '2018-10-14' }))).toEqual([
      { field: 'fields.lastDay', problem: 'in-use', limit: null },
    ]);
    const { cities } = await editionOf('2018');
    expect(fieldProblems(await change('2018', { cities: cities.filter((city) => city !== '广州') }))).toEqual(
      [{ field: 'fields.cities', problem: 'in-use', limit: null }],
    );
    expect(await change('2018', { lastDay: '2018-10-16', cityDeadline: '2018-10-16' })).toMatchObject({
      ok: true,
    });
    expect(await change('2018', { lastDay: '2018-10-15', cityDeadline: '2018-10-15' })).toMatchObject({
      ok: true,
    });
  });
});

describe('the life of an edition', () => {
  test('is being prepared, open, and closed when its week is over; then it takes nothing', async () => {
    const { revision } = await editionOf('2018');
    await stopClockAt(october('15 15:59:59.999'));
    expect(await refused('bureau', closeEdition, { id: '2018', revision })).toEqual({
      code: 'FROZEN',
      details: { state: 'edition-running' },
    });
    await stopClockAt(october('15 16:00'));
    await get('bureau', closeEdition, { id: '2018', revision, reason: '演示归档' });
    expect(await refused('organiser', saveActivity, logForm())).toEqual({
      code: 'FROZEN',
      details: { state: 'edition-closed' },
    });
    expect((await get('visitor', listActivities, { day: null, after: null })).total).toBeGreaterThan(0);
    expect((await get('organiser', openWorkbench, { after: null })).edition.id).toBe('2018');
    expect(await change('2018', { theme: '归档后的主题' })).toMatchObject({
      error: { code: 'FROZEN', details: { state: 'edition-closed' } },
    });
    expect(await refused('bureau', closeEdition, { id: '2018', revision: revision + 1 })).toEqual({
      code: 'FROZEN',
      details: { state: 'edition-closed' },
    });
    await get('bureau', openEdition, { id: '2018', revision: revision + 1 });
    await stopClockAt(october('10 15:00'));
    expect((await log('organiser')).editionId).toBe('2018');
  });

  test('closed, no record of it is changed by anybody, whichever edition is current', async () => {
    const { id, revision, ...rest } = await log('organiser');
    const { record: showcase } = await get('organiser', saveShowcase, {
      change: null,
      draft: {
        kind: '获奖项目',
        name: '归档前的获奖项目',
        city: '广州',
        holder: '演示创业团队',
        about: '服务平台帮助小微企业融资的做法。',
      },
    });
    const edition = await editionOf('2018');
    await stopClockAt(october('15 16:00'));
    await get('bureau', closeEdition, { id: '2018', revision: edition.revision, reason: '演示归档' });
    const before = await kept('activities');
    const frozen = { code: 'FROZEN', details: { state: 'edition-closed' } };
    const record = { kind: 'activity', id, revision } as const;
    expect(await refused('organiser', saveActivity, changeOf({ id, revision, ...rest }))).toEqual(frozen);
    expect(await refused('city', acceptRecord, record)).toEqual(frozen);
    expect(
      await refused('bureau', returnRecord, { ...record, reason: '请核对人数。', fields: ['headcount'] }),
    ).toEqual(frozen);
    expect(await refused('organiser', withdrawRecord, { ...record, reason: '误报' })).toEqual(frozen);
    expect(await refused('shenzhen-organiser', askToCoHost, { id })).toEqual(frozen);
    expect(await kept('activities')).toEqual(before);
    // Services to who won go on for a year after the week.
    const followUp = { day: '2018-10-15', kind: '融资对接', unit: '广州市融资再担保公司', note: '' } as const;
    expect(await get('organiser', addFollowUp, { id: showcase.id, followUp })).toBeDefined();
    await get('bureau', openEdition, { id: '2018', revision: edition.revision + 1 });
  });

  test('opened does not take the place of the current one', async () => {
    const { edition } = await get('bureau', openEdition, { id: '2019', revision: 1 });
    expect(edition).toMatchObject({ state: 'open', current: false, revision: 2 });
    expect(await refused('bureau', openEdition, { id: '2019', revision: 2 })).toEqual({
      code: 'FROZEN',
      details: { state: 'edition-open' },
    });
    expect(await currentYears()).toEqual(['2018']);
  });

  test('one that is being prepared is not made current', async () => {
    expect(await refused('bureau', makeEditionCurrent, { id: '2020' })).toEqual({
      code: 'FROZEN',
      details: { state: 'edition-preparing' },
    });
  });

  test('made current it is what everybody sees, and the older one stays readable', async () => {
    await get('bureau', makeEditionCurrent, { id: '2019' });
    expect(await currentYears()).toEqual(['2019']);
    expect((await get('visitor', openHome, {})).edition.id).toBe('2019');
    const older = await get('organiser', openWorkbench, { after: null, editionId: '2018' });
    expect(older.edition.id).toBe('2018');
    expect(older.activities.length).toBeGreaterThan(0);
    expect((await get('organiser', openWorkbench, { after: null })).activities).toEqual([]);
  });

  test('two made current at the same moment leave exactly one', async () => {
    await get('bureau', openEdition, { id: '2020', revision: 2 });
    await causeTrouble({ action: 'database.commitTransaction', times: 2, delayMs: 300 });
    const years = ['2018', '2020', '2018', '2020'];
    await Promise.all(years.map((id) => get('bureau', makeEditionCurrent, { id })));
    expect(await currentYears()).toHaveLength(1);
  });

  test('made current while the database fails after the change, it is not, and repeating is safe', async () => {
    const [before] = await currentYears();
    const id = before === '2018' ? '2019' : '2018';
    const requestId = newRequestId();
    await causeTrouble({
      action: 'database.insertDocument',
      collection: 'audit',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused('bureau', makeEditionCurrent, { id }, requestId)).toMatchObject({
      code: 'UNAVAILABLE',
    });
    expect(await loggedFailure()).toContain(requestId);
    expect(await currentYears()).toEqual([before]);
    await get('bureau', makeEditionCurrent, { id }, requestId);
    expect(await currentYears()).toEqual([id]);
  });
});

test('the first edition of a deployment becomes current when it is opened', async () => {
  const deployment = await keptAs('deployment', 'deployment');
  await putDocuments('deployment', [{ ...deployment, currentEditionId: null }]);
  expect(await refused('visitor', openHome, {})).toMatchObject({ code: 'NOT_FOUND' });
  await newEdition('2021');
  const [one, other] = [await editionOf('2021'), await editionOf('2031')];
  await causeTrouble({ action: 'database.commitTransaction', times: 1, delayMs: 300 });
  await Promise.all([one, other].map(({ id, revision }) => get('bureau', openEdition, { id, revision })));
  expect(await currentYears()).toHaveLength(1);
});
