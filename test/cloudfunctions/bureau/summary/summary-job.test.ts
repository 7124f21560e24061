import { compileSummary } from '#shared/contract/summary/compile-summary';
import { continueSummary } from '#shared/contract/summary/continue-summary';
import { openSummary } from '#shared/contract/summary/open-summary';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { october } from '../../../shared/example-records';
import { compile, leftOutOf, recordsIn } from '../../support/compile';
import {
  ask,
  causeTrouble,
  endTroubles,
  get,
  kept,
  loggedFailure,
  makeRequestsMeet,
  newRequestId,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
  type Kept,
} from '../../support/running-cloud';

runTheCloud();

const records = 700;
const meizhou: SummaryScope = { kind: 'city', city: '梅州' };

/** A city with more records than one step takes in: a record in five waits for review. */
async function fillTheCity(): Promise<void> {
  const [pattern] = (await kept('activities')).filter(({ state }) => state === 'accepted');
  if (pattern === undefined) throw new Error('The demo has no accepted activity');
  const many = Array.from({ length: records }, (_each, index): Kept => {
    const _id = `many-${String(index).padStart(4, '0')}`;
    const state = index % 5 === 0 ? 'reported' : 'accepted';
    const headcount = { count: index, method: '签到表' };
    return { ...pattern, _id, unitCity: '梅州', state, headcount, sortKey: `2018-10-09T09:00#${_id}` };
  });
  await putDocuments('activities', many);
}

beforeAll(async () => {
  await stopClockAt(october('10 15:00'));
  await fillTheCity();
});
beforeEach(() => stopClockAt(october('10 15:00')));
afterEach(endTroubles);

/** Lets so many requests pass, and fails the next one. */
async function failAfter(passing: number, action: string, collection?: string): Promise<void> {
  const where = { action, ...(collection === undefined ? {} : { collection }) };
  if (passing > 0) await causeTrouble({ ...where, times: passing, delayMs: 0 });
  await causeTrouble({ ...where, times: 1, errorCode: 'DATABASE_REQUEST_FAILED' });
}

/** Each record of the city is in the version once, counted or left out. */
async function expectWhole(summary: { id: string }): Promise<void> {
  const counted = (await recordsIn(summary)).map(({ id }) => id);
  const leftOut = (await leftOutOf(summary)).map(({ id }) => id);
  const ofTheCity = (await kept('activities'))
    .filter(({ unitCity }) => unitCity === '梅州')
    .map(({ _id }) => _id);
  expect([...counted, ...leftOut].sort()).toEqual(ofTheCity.sort());
}

describe('a long compilation', () => {
  test('takes in every record once', async () => {
    const summary = await compile('bureau', meizhou);
    expect(summary).toMatchObject({ leftOut: records / 5 });
    await expectWhole(summary);
  });

  const writes = [
    ...[0, 1, 2, 3, 4].map((passing) => [passing, 'database.commitTransaction', undefined] as const),
    ...[0, 3, 7, 11].map((passing) => [passing, 'database.insertDocument', 'summary-parts'] as const),
    [0, 'database.insertDocument', 'summary-jobs'] as const,
    [0, 'database.insertDocument', 'summaries'] as const,
    [0, 'database.modifyDocument', 'summary-jobs'] as const,
    [1, 'database.modifyDocument', 'summary-jobs'] as const,
    [0, 'database.removeDocument', 'summary-jobs'] as const,
  ];
  test.each(writes)(
    'that is cut off after %i of %s of %s ends as if it had not been',
    async (passing, action, collection) => {
      const before = await compile('bureau', meizhou);
      const requestId = newRequestId();
      await failAfter(passing, action, collection);
      expect(await refused('bureau', compileSummary, { scope: meizhou }, requestId)).toMatchObject({
        code: 'UNAVAILABLE',
      });
      await loggedFailure();
      const { summary } = await get('bureau', compileSummary, { scope: meizhou }, requestId);
      expect(summary).toEqual({ ...before, id: summary?.id, version: before.version + 1 });
      expect(await kept('summary-jobs')).toEqual([]);
      if (summary !== null) await expectWhole(summary);
    },
  );

  async function cutOff(): Promise<string> {
    await failAfter(2, 'database.commitTransaction');
    await refused('bureau', compileSummary, { scope: meizhou });
    await loggedFailure();
    const [job] = await kept('summary-jobs');
    if (job === undefined) throw new Error('No compilation was cut off');
    expect(job).toMatchObject({ phase: 'activities', read: 300 });
    return job._id;
  }

  test('goes on where it was, whoever of the city’s staff and the bureau asks', async () => {
    const summaryId = await cutOff();
    expect(await refused('city', continueSummary, { summaryId })).toMatchObject({ code: 'FORBIDDEN' });
    const { summary } = await get('bureau', continueSummary, { summaryId });
    expect(summary?.id).toBe(summaryId);
    await expectWhole({ id: summaryId });
  });

  test('is joined by whoever starts another of the same scope', async () => {
    const summaryId = await cutOff();
    expect(await get('bureau', compileSummary, { scope: meizhou })).toMatchObject({
      summaryId,
      summary: { id: summaryId },
    });
  });

  test('that four machines go on with at once is made once and whole', async () => {
    const summaryId = await cutOff();
    await makeRequestsMeet('bureau', openSummary, { after: null });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => ask('bureau', continueSummary, { summaryId })),
    );
    expect(answers.every((answer) => 'ok' in answer && answer.ok)).toBe(true);
    expect((await kept('summaries')).filter(({ _id }) => _id === summaryId)).toHaveLength(1);
    await expectWhole({ id: summaryId });
  });

  test('neither misses nor doubles a record whose place in the list changes meanwhile', async () => {
    const summaryId = await cutOff();
    const moved = (await kept('activities')).filter(({ _id }) => /^many-0(1|6)/.test(_id));
    const times = ['2018-10-09T00:00', '2018-10-15T23:00'];
    await putDocuments(
      'activities',
      moved.map((each, index) => ({ ...each, sortKey: `${times[index % 2] ?? ''}#${each._id}` })),
    );
    await get('bureau', continueSummary, { summaryId });
    await expectWhole({ id: summaryId });
  });

  test('that nobody goes on with is finished by the timer, a minute later', async () => {
    const summaryId = await cutOff();
    await stopClockAt(october('10 15:00:59.999'));
    await wakeTheTimer();
    expect(await kept('summary-jobs')).toHaveLength(1);
    await stopClockAt(october('10 15:01'));
    await wakeTheTimer();
    expect(await kept('summary-jobs')).toEqual([]);
    await expectWhole({ id: summaryId });
    expect((await kept('audit')).some(({ changedIds }) => (changedIds as string[]).includes(summaryId))).toBe(
      true,
    );
  });

  test('is not the concern of another scope’s', async () => {
    await cutOff();
    const summary = await compile('city');
    expect(summary.version).toBeGreaterThan(0);
    await compile('bureau', meizhou);
  });
});

test('the city that a summary is asked for has to be one of the edition', async () => {
  expect(await refused('bureau', compileSummary, { scope: { kind: 'city', city: '香港' } })).toEqual({
    code: 'INVALID_INPUT',
    details: { fields: [{ field: 'scope.city', problem: 'not-a-choice', limit: null }] },
  });
});

test('a unit sums up itself, a city its units, and neither anything else', async () => {
  const foreign: SummaryScope[] = [{ kind: 'province' }, { kind: 'provincial' }, meizhou];
  for (const scope of foreign) {
    for (const person of ['organiser', 'city'] as const) {
      expect(await refused(person, compileSummary, { scope })).toMatchObject({ code: 'FORBIDDEN' });
    }
  }
  const { summary } = await get('city', compileSummary, { scope: { kind: 'unit', unitId: 'unit-0' } });
  expect(summary).not.toBeNull();
  expect(await refused('city', compileSummary, { scope: { kind: 'unit', unitId: 'unit-9' } })).toMatchObject({
    code: 'FORBIDDEN',
  });
  expect(await refused('organiser', compileSummary, { scope: { kind: 'city', city: '广州' } })).toMatchObject(
    {
      code: 'FORBIDDEN',
    },
  );
});
