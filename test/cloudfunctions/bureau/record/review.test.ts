import { acceptRecord } from '#shared/contract/record/accept-record';
import { openSummary } from '#shared/contract/summary/open-summary';
import { saveActivity } from '#shared/contract/record/save-activity';
import { october } from '../../../shared/example-records';
import { changeOf, log } from '../../support/log-form';
import {
  ask,
  get,
  keptAs,
  makeRequestsMeet,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

describe('what waits for review', () => {
  test('is before the city and the bureau as soon as it is reported', async () => {
    const { id } = await log('organiser', {}, { bulletin: 'report' });
    for (const person of ['city', 'bureau'] as const) {
      const { waiting, bulletin, counts } = await get(person, openSummary, { after: null });
      expect(waiting.map((each) => each.id)).toContain(id);
      expect(counts.reported).toBe(waiting.length);
      expect(bulletin).toMatchObject({ day: '2018-10-10', closesAt: october('10 16:00') });
      expect(bulletin?.entries.map((entry) => entry.activityId)).toContain(id);
    }
  });

  test('is not what has no headcount yet', async () => {
    const { id, revision } = await log('organiser', { headcount: null });
    const { waiting } = await get('city', openSummary, { after: null });
    expect(waiting.map((each) => each.id)).not.toContain(id);
    expect(await refused('city', acceptRecord, { kind: 'activity', id, revision })).toEqual({
      code: 'FROZEN',
      details: { state: 'announced' },
    });
  });

  test('has today’s bulletin only while one is collecting', async () => {
    await stopClockAt(october('15 16:00'));
    expect((await get('bureau', openSummary, { after: null })).bulletin).toBeNull();
  });
});

describe('accepting', () => {
  test('closes a record to its unit and takes it from the list', async () => {
    const { id, revision } = await log('organiser');
    expect(await get('city', acceptRecord, { kind: 'activity', id, revision })).toEqual({ id, revision: 2 });
    expect(await keptAs('activities', id)).toMatchObject({ state: 'accepted', revision: 2 });
    const { waiting } = await get('city', openSummary, { after: null });
    expect(waiting.map((each) => each.id)).not.toContain(id);
  });

  test('a record that was changed since it was read is refused with the record as it is now', async () => {
    const activity = await log('organiser');
    const { activity: current } = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { name: '审核前又改的活动' }),
    );
    expect(await refused('city', acceptRecord, { kind: 'activity', id: activity.id, revision: 1 })).toEqual({
      code: 'CONFLICT',
      details: { current },
    });
    expect(await keptAs('activities', activity.id)).toMatchObject({ state: 'reported' });
  });

  test('a second time is a conflict, and by its new revision it is frozen', async () => {
    const { id, revision } = await log('organiser');
    await get('city', acceptRecord, { kind: 'activity', id, revision });
    expect(await refused('bureau', acceptRecord, { kind: 'activity', id, revision })).toMatchObject({
      code: 'CONFLICT',
    });
    expect(await refused('bureau', acceptRecord, { kind: 'activity', id, revision: 2 })).toEqual({
      code: 'FROZEN',
      details: { state: 'accepted' },
    });
  });

  test('by the city and the bureau at the same moment happens once', async () => {
    const { id, revision } = await log('organiser');
    await makeRequestsMeet('city', openSummary, { after: null });
    const answers = await Promise.all(
      (['city', 'bureau'] as const).map((person) =>
        ask(person, acceptRecord, { kind: 'activity', id, revision }),
      ),
    );
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect(answers.filter((answer) => 'ok' in answer && !answer.ok)).toMatchObject([
      { error: { code: 'CONFLICT' } },
    ]);
    expect(await keptAs('activities', id)).toMatchObject({ revision: 2 });
  });

  test('while the unit changes it: one of the two wins, and never is an unread change accepted', async () => {
    const activity = await log('organiser');
    const { id, revision } = activity;
    await makeRequestsMeet('city', openSummary, { after: null });
    const [accepted, changed] = await Promise.all([
      ask('city', acceptRecord, { kind: 'activity', id, revision }),
      ask('organiser', saveActivity, changeOf(activity, { name: '审核同时改的活动' })),
    ]);
    const { state, name } = await keptAs('activities', id);
    const isAccepted = 'ok' in accepted && accepted.ok;
    expect('ok' in changed && changed.ok).toBe(!isAccepted);
    expect({ state, name }).toEqual(
      isAccepted
        ? { state: 'accepted', name: activity.name }
        : { state: 'reported', name: '审核同时改的活动' },
    );
  });

  test('by the city reaches only its own city’s units', async () => {
    const record = { id: 'demo-activity-1', revision: 1 };
    expect(await keptAs('activities', record.id)).toMatchObject({ unitCity: '中山' });
    expect(await refused('city', acceptRecord, { kind: 'activity', ...record })).toEqual({
      code: 'FORBIDDEN',
      details: {},
    });
    // The bureau reaches it, and finds it accepted.
    expect(await refused('bureau', acceptRecord, { kind: 'activity', ...record })).toMatchObject({
      code: 'FROZEN',
    });
  });

  test('what does not exist is not found', async () => {
    expect(await refused('bureau', acceptRecord, { kind: 'activity', id: 'none', revision: 1 })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'activity' },
    });
  });
});
