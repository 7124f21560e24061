import { acceptRecord } from '#shared/contract/record/accept-record';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { exportWorkbook } from '#shared/contract/summary/export-workbook';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { readActivity } from '#shared/contract/public/read-activity';
import { saveActivity } from '#shared/contract/record/save-activity';
import { draft, october } from '../../shared/example-records';
import { compile } from '../support/compile';
import { changeOf, log, logForm } from '../support/log-form';
import {
  ask,
  causeTrouble,
  endTroubles,
  everythingKept,
  get,
  kept,
  keptAs,
  membershipIdOf,
  loggedFailure,
  makeRequestsMeet,
  newRequestId,
  openidOf,
  refusalIn,
  refused,
  runTheCloud,
  send,
  stopClockAt,
  type Answer,
  type Trouble,
} from '../support/running-cloud';

runTheCloud();

beforeEach(() => stopClockAt(october('10 15:00')));

function isReply(answer: Answer): boolean {
  return 'ok' in answer && answer.ok;
}

async function activitiesNamed(name: string) {
  return (await kept('activities')).filter((activity) => activity.name === name);
}

/** Sends to the organiser’s function as the organiser; what is given replaces the parts of a right request. */
function sendAsOrganiser(data: Record<string, unknown>): Promise<Answer> {
  const right = { action: 'saveActivity', requestId: newRequestId(), input: logForm() };
  return send({ as: 'organiser', function: 'organiser', data: { ...right, ...data } });
}

describe('a write that is sent again', () => {
  test('happens once and gets the same reply', async () => {
    const [form, requestId] = [logForm({ name: '发送两次的活动' }), newRequestId()];
    const first = await get('organiser', saveActivity, form, requestId);
    await stopClockAt(october('10 15:30'));
    expect(await get('organiser', saveActivity, form, requestId)).toEqual(first);
    expect(await activitiesNamed('发送两次的活动')).toHaveLength(1);
  });

  test('twenty times at the same moment happens once and gets the same reply twenty times', async () => {
    const [form, requestId] = [logForm({ name: '同时发送的活动' }, { bulletin: 'report' }), newRequestId()];
    await makeRequestsMeet('organiser', openWorkbench, { after: null });
    const replies = await Promise.all(
      Array.from({ length: 20 }, () => get('organiser', saveActivity, form, requestId)),
    );
    expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
    const activities = await activitiesNamed('同时发送的活动');
    expect(activities).toHaveLength(1);
    const ofTheActivity = ({ activityId }: Record<string, unknown>) => activityId === activities[0]?._id;
    expect((await kept('bulletin-entries')).filter(ofTheActivity)).toHaveLength(1);
  });

  test('is answered after the cut-off with what was done before it', async () => {
    const [form, requestId] = [logForm({}, { bulletin: 'report' }), newRequestId()];
    const first = await get('organiser', saveActivity, form, requestId);
    await stopClockAt(october('10 16:30'));
    expect(await get('organiser', saveActivity, form, requestId)).toEqual(first);
  });

  test('is answered with what was done, whatever became of the record since', async () => {
    const activity = await log('organiser');
    const requestId = newRequestId();
    const change = changeOf(activity, { name: '第二版活动名称' });
    const second = await get('organiser', saveActivity, change, requestId);
    const third = await get('organiser', saveActivity, changeOf(second.activity, { name: '第三版活动名称' }));
    expect(await get('organiser', saveActivity, change, requestId)).toEqual(second);
    expect(await keptAs('activities', activity.id)).toMatchObject({ revision: third.activity.revision });
  });

  test('with other content is refused, and nothing is stored', async () => {
    const requestId = newRequestId();
    await get('organiser', saveActivity, logForm(), requestId);
    const before = await everythingKept();
    const other = logForm({ name: '另一个活动的名称' });
    expect(await refused('organiser', saveActivity, other, requestId)).toEqual({
      code: 'DUPLICATE',
      details: {},
    });
    expect(await everythingKept()).toEqual(before);
  });

  test('for another action is refused', async () => {
    const requestId = newRequestId();
    await get('city', compileSummary, {}, requestId);
    const record = { id: 'demo-activity-3', revision: 1 };
    expect(await refused('city', acceptRecord, { kind: 'activity', ...record }, requestId)).toMatchObject({
      code: 'DUPLICATE',
    });
  });

  test('is done when it was refused before', async () => {
    const requestId = newRequestId();
    const form = logForm({}, { bulletin: 'report' });
    await stopClockAt(october('10 16:00'));
    expect(await refused('organiser', saveActivity, form, requestId)).toMatchObject({
      code: 'CUTOFF_PASSED',
    });
    const late = { ...form, bulletin: 'keep-for-summary' } as const;
    expect(await get('organiser', saveActivity, late, requestId)).toMatchObject({
      activity: { bulletin: { result: 'missed' } },
    });
  });

  test('by two persons under one request id happens for each', async () => {
    const requestId = newRequestId();
    const form = logForm({ name: '两人同号的活动' });
    await makeRequestsMeet('organiser', openWorkbench, { after: null });
    const replies = await Promise.all([
      get('organiser', saveActivity, form, requestId),
      get('city', saveActivity, form, requestId),
    ]);
    const [one, other] = replies.map(({ activity }) => activity);
    expect(one?.id).not.toBe(other?.id);
    expect(one?.unitId).not.toBe(other?.unitId);
    expect(await activitiesNamed('两人同号的活动')).toHaveLength(2);
  });
});

describe('who may do what', () => {
  test('somebody the cloud does not know gets no answer from a function', async () => {
    for (const as of ['stranger', '', 'constructor', '__proto__', { $ne: null }, null]) {
      const answer = await send(
        JSON.stringify({ as, function: 'public', data: { action: 'openHome', input: {} } }),
      );
      expect(answer).toMatchObject({ errCode: -501008 });
    }
  });

  test('no function serves another function’s actions', async () => {
    const data = { action: 'compileSummary', requestId: newRequestId(), input: {} };
    for (const name of ['public', 'organiser', 'documents']) {
      const answer = await send({ as: 'bureau', function: name, data });
      expect(refusalIn(answer)).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'action' }] },
      });
    }
  });
});

describe('a forged identity', () => {
  const forged: Record<string, unknown> = {
    openid: openidOf('bureau'),
    OPENID: openidOf('bureau'),
    role: 'bureau',
    memberships: [{ unitId: 'unit-1', unitName: '广东省中小企业局', city: '广州', role: 'bureau' }],
    unitId: 'unit-1',
    unitCity: '中山',
    state: 'accepted',
    revision: 9,
    bulletin: { result: 'taken', day: '2018-10-10', receivedAt: 0 },
    important: true,
    listed: true,
    createdAt: 0,
    receivedAt: 0,
    _id: 'chosen',
    id: 'chosen',
  };

  test('beside the input changes nothing of who is calling', async () => {
    const userInfo = { appId: 'forged', openId: openidOf('bureau') };
    const data = { action: 'openSummary', input: { after: null }, userInfo, tcbContext: { openid: 'x' } };
    const answer = await send({ as: 'visitor', function: 'bureau', data });
    expect(refusalIn(answer)).toEqual({
      code: 'NO_MEMBERSHIP',
      details: { isMember: false, isAsleep: false },
    });
  });

  test('under a membership that is not one’s own is refused', async () => {
    expect(refusalIn(await sendAsOrganiser({ membershipId: membershipIdOf('bureau') }))).toEqual({
      code: 'FORBIDDEN',
      details: { what: 'membership' },
    });
  });

  test.each(Object.entries(forged))('%s is refused wherever a phone puts it', async (field, value) => {
    const before = await everythingKept();
    const places: [string, Record<string, unknown>][] = [
      [field, { [field]: value }],
      ...(field === 'bulletin'
        ? []
        : ([[field, { input: { ...logForm(), [field]: value } }]] as [string, Record<string, unknown>][])),
      [`activity.${field}`, { input: { ...logForm(), activity: { ...draft, [field]: value } } }],
    ];
    for (const [path, data] of places) {
      expect(refusalIn(await sendAsOrganiser(data))).toEqual({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: path, problem: 'unknown-field', limit: null }] },
      });
    }
    expect(await everythingKept()).toEqual(before);
  });
});

describe('what is no request', () => {
  let before: Awaited<ReturnType<typeof everythingKept>>;

  beforeAll(async () => {
    before = await everythingKept();
  });
  afterAll(async () => {
    expect(await everythingKept()).toEqual(before);
  });

  test.each([
    ['unknown', 'deleteEverything'],
    ['empty', ''],
    ['a property of every object', 'constructor'],
    ['a method of every object', 'toString'],
    ['the name of a prototype', '__proto__'],
    ['written otherwise', 'SaveActivity'],
    ['too long', 'saveActivity'.repeat(10)],
    ['a list', ['saveActivity']],
    ['an operator', { $gt: '' }],
    ['null', null],
    ['absent', undefined],
  ])('its action is %s', async (_what, action) => {
    expect(refusalIn(await sendAsOrganiser({ action }))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'action' }] },
    });
  });

  test.each([
    ['absent', undefined],
    ['empty', ''],
    ['too short', '0'.repeat(31)],
    ['too long', '0'.repeat(33)],
    ['of capital letters', 'A'.repeat(32)],
    ['no text', 7],
    ['an operator', { $gt: '' }],
    ['null', null],
    ['a line too many', `${'0'.repeat(32)}\n`],
  ])('its request id is %s', async (_what, requestId) => {
    expect(refusalIn(await sendAsOrganiser({ requestId }))).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'requestId' }] },
    });
  });

  test.each<[string, unknown]>([
    ['absent', undefined],
    ['null', null],
    ['a text', 'input'],
    ['a number', 1],
    ['a list', [logForm()]],
    ['empty', {}],
  ])('its input is %s', async (_what, input) => {
    expect(refusalIn(await sendAsOrganiser({ input }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.each<[string, unknown]>([
    ['an operator', { $gt: '' }],
    ['another operator', { $ne: null }],
    ['a list', ['demo-activity-1']],
    ['a path', '../demo-activity-1'],
    ['the end of a text and more', 'demo-activity-1\u0000'],
    ['a pattern', 'demo-.*'],
    ['empty', ''],
    ['too long', 'a'.repeat(65)],
  ])('it asks for a record by an id that is %s', async (_what, id) => {
    expect(await refused('visitor', readActivity, { id } as never)).toMatchObject({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'id' }] },
    });
    const { code } = await refused('bureau', exportWorkbook, { summaryId: id } as never);
    // A summary's id may be longer than a record's.
    expect(['INVALID_INPUT', 'NOT_FOUND']).toContain(code);
    expect(
      await refused('bureau', acceptRecord, { kind: 'activity', id, revision: 1 } as never),
    ).toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test.each(['constructor', 'toString', 'hasOwnProperty'])(
    'an id that is a property of every object, %s, is of no record',
    async (id) => {
      expect(await refused('visitor', readActivity, { id })).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('a megabyte of text in a field is too long', async () => {
    const text = '字'.repeat(350_000);
    for (const field of ['name', 'venue', 'link', 'about', 'city', 'firstDay', 'startTime']) {
      const input = { ...logForm(), activity: { ...draft, [field]: text } };
      const refusal = refusalIn(await sendAsOrganiser({ input }));
      expect(refusal).toMatchObject({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: `activity.${field}` }] },
      });
      expect(JSON.stringify(refusal).length).toBeLessThan(1000);
    }
  });

  test('a megabyte of unknown fields is answered with a few of them', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 20_000 }, (_each, index) => [`field-${index}`, 'x'.repeat(40)]),
    );
    const refusal = refusalIn(await sendAsOrganiser({ input: { ...logForm(), ...many } }));
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(refusal).length).toBeLessThan(10_000);
  });

  test('a field’s name of a megabyte comes back short', async () => {
    const refusal = refusalIn(await sendAsOrganiser({ ['长'.repeat(350_000)]: 1 }));
    expect(refusal.code).toBe('INVALID_INPUT');
    expect(JSON.stringify(refusal).length).toBeLessThan(1000);
  });

  test('a hundred thousand hosts are too many', async () => {
    const hosts = Array<string>(100_000).fill('广州示范基地');
    const refusal = refusalIn(await sendAsOrganiser({ input: logForm({ hosts }) }));
    expect(refusal).toMatchObject({ code: 'INVALID_INPUT' });
    expect(JSON.stringify(refusal).length).toBeLessThan(10_000);
  });

  test.each([100, 2000])('lists %d deep in a field are wrong', async (depth) => {
    for (const field of ['name', 'hosts', 'headcount', 'colour']) {
      const nested = '['.repeat(depth) + ']'.repeat(depth);
      const input = JSON.stringify({ ...logForm(), activity: { ...draft, [field]: 'DEEP' } });
      const answer = await send(
        `{"as":"organiser","function":"organiser","data":{"action":"saveActivity","requestId":"${newRequestId()}",` +
          `"input":${input.replace('"DEEP"', nested)}}}`,
      );
      expect(refusalIn(answer)).toMatchObject({ code: 'INVALID_INPUT' });
    }
  });

  test('lists so deep that no call can carry them are refused, and the next call is answered', async () => {
    const nested = '['.repeat(100_000) + ']'.repeat(100_000);
    const data = `{"action":"openHome","input":${nested}}`;
    const answer = await send(`{"as":"organiser","function":"public","data":${data}}`);
    expect(answer).toMatchObject({ errCode: -501001 });
    expect(isReply(await ask('organiser', openWorkbench, { after: null }))).toBe(true);
  });

  test('the door refuses what would change a prototype', async () => {
    const input = JSON.stringify(logForm()).replace('{', '{"__proto__":{"unitId":"unit-1"},');
    const answer = await send(
      `{"as":"organiser","function":"organiser","data":{"action":"saveActivity","requestId":"${newRequestId()}","input":${input}}}`,
    );
    expect(answer).toMatchObject({ errCode: -501007 });
  });

  test.each(['constructor', 'prototype', 'toString', '$set', '$where', 'a.b', ''])(
    'a field that is called “%s” is unknown',
    async (field) => {
      const input = { ...logForm(), activity: { ...draft, [field]: {} } };
      expect(refusalIn(await sendAsOrganiser({ input }))).toEqual({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: `activity.${field}`, problem: 'unknown-field', limit: null }] },
      });
    },
  );
});

describe('a database in trouble', () => {
  afterEach(endTroubles);

  const failing: [string, Trouble][] = [
    ['reading who is calling', { action: 'database.getDocument', collection: 'memberships', times: 1 }],
    ['beginning', { action: 'database.startTransaction', times: 1 }],
    ['reading what was done', { action: 'database.getDocument', collection: 'requests', times: 1 }],
    ['keeping the activity', { action: 'database.insertDocument', collection: 'activities', times: 1 }],
    ['keeping the entry', { action: 'database.modifyDocument', collection: 'bulletin-entries', times: 1 }],
    ['keeping the audit', { action: 'database.insertDocument', collection: 'audit', times: 1 }],
    ['keeping what was done', { action: 'database.insertDocument', collection: 'requests', times: 1 }],
    ['committing', { action: 'database.commitTransaction', times: 1 }],
  ];

  test.each(failing)(
    'that fails while %s: nothing is kept, and repeating is safe',
    async (_while, trouble) => {
      const name = `数据库故障中的活动 ${newRequestId().slice(0, 6)}`;
      const [form, requestId] = [logForm({ name }, { bulletin: 'report' }), newRequestId()];
      const before = await everythingKept();
      await causeTrouble({ ...trouble, errorCode: 'DATABASE_REQUEST_FAILED' });

      expect(await refused('organiser', saveActivity, form, requestId)).toEqual({
        code: 'UNAVAILABLE',
        details: { requestId },
      });
      expect(await everythingKept()).toEqual(before);
      const logged = await loggedFailure();
      expect(logged).toContain(requestId);
      expect(logged).not.toContain(name);

      const { activity } = await get('organiser', saveActivity, form, requestId);
      expect(await get('organiser', saveActivity, form, requestId)).toEqual({ activity });
      expect(await activitiesNamed(name)).toHaveLength(1);
    },
  );

  test('that also fails to roll back keeps nothing, and repeating is safe', async () => {
    const [form, requestId] = [logForm({ name: '回滚也失败的活动' }), newRequestId()];
    const before = await everythingKept();
    await causeTrouble({ action: 'database.commitTransaction', times: 1, errorCode: 'SERVER_TIMEOUT' });
    await causeTrouble({ action: 'database.abortTransaction', times: 1, errorCode: 'SERVER_TIMEOUT' });
    expect(await refused('organiser', saveActivity, form, requestId)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await everythingKept()).toEqual(before);
    expect(await loggedFailure()).toContain(requestId);
    await get('organiser', saveActivity, form, requestId);
    expect(await activitiesNamed('回滚也失败的活动')).toHaveLength(1);
  });

  test('that is slow between two writes: nobody sees half of it, and all of it is kept', async () => {
    const form = logForm({ name: '慢数据库中的活动' }, { bulletin: 'report' });
    await causeTrouble({ action: 'database.insertDocument', collection: 'audit', times: 1, delayMs: 600 });
    const saving = get('organiser', saveActivity, form);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await activitiesNamed('慢数据库中的活动')).toEqual([]);
    const { activity } = await saving;
    const entries = await kept('bulletin-entries');
    expect(entries.filter(({ activityId }) => activityId === activity.id)).toHaveLength(1);
  });

  test('that is slow over the cut-off: what was received in time is taken', async () => {
    await stopClockAt(october('10 15:59:59.999'));
    await causeTrouble({ action: 'database.startTransaction', times: 1, delayMs: 500 });
    const saving = get('organiser', saveActivity, logForm({}, { bulletin: 'report' }));
    await new Promise((resolve) => setTimeout(resolve, 250));
    await stopClockAt(october('10 16:00:00.000'));
    expect((await saving).activity.bulletin).toEqual({
      result: 'taken',
      day: '2018-10-10',
      receivedAt: october('10 15:59:59.999'),
    });
  });

  test('that loses a race by itself is asked again, unseen', async () => {
    await causeTrouble({
      action: 'database.commitTransaction',
      times: 2,
      errorCode: 'DATABASE_TRANSACTION_CONFLICT: TransactionConflict',
    });
    expect(isReply(await ask('organiser', saveActivity, logForm()))).toBe(true);
  });

  test('that fails while a summary is compiled leaves no half of a summary, and sent again it is whole', async () => {
    const before = await everythingKept();
    const requestId = newRequestId();
    await causeTrouble({
      action: 'database.insertDocument',
      collection: 'summary-parts',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused('bureau', compileSummary, {}, requestId)).toMatchObject({ code: 'UNAVAILABLE' });
    expect(await kept('summaries')).toEqual(before.summaries);
    expect(await kept('summary-parts')).toEqual(before['summary-parts']);
    await loggedFailure();
    const { summary } = await get('bureau', compileSummary, {}, requestId);
    const ofProvince = (before.summaries ?? []).filter(({ scopeKey }) => scopeKey === 'province');
    expect(summary?.version).toBe(ofProvince.length + 1);
    expect(await kept('summary-jobs')).toEqual([]);
  });

  test('that fails while something is read says so, and the next read is answered', async () => {
    await causeTrouble({
      action: 'database.getDocument',
      collection: 'editions',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    expect(await refused('organiser', openWorkbench, { after: null })).toMatchObject({ code: 'UNAVAILABLE' });
    await loggedFailure();
    expect(isReply(await ask('organiser', openWorkbench, { after: null }))).toBe(true);
  });
});

describe('the audit', () => {
  async function entriesAbout(id: string) {
    const entries = (await kept('audit')).filter(({ changedIds }) => (changedIds as string[]).includes(id));
    return entries.sort((one, other) => Number(one.at) - Number(other.at));
  }

  /** A document without its id, which the change names. */
  function fieldsOf({ id: _id, ...fields }: { id: string }) {
    return fields;
  }

  test('has one entry for each write: who, when, what action, and what differs before and after', async () => {
    await stopClockAt(october('10 10:00'));
    const logged = await log('organiser', {}, { bulletin: 'report' });
    await stopClockAt(october('10 11:00'));
    const { activity: changed } = await get(
      'organiser',
      saveActivity,
      changeOf(logged, { name: '改过名称的活动' }, { bulletin: 'report' }),
    );
    await stopClockAt(october('10 12:00'));
    await get('city', acceptRecord, { kind: 'activity', id: logged.id, revision: 2 });

    const entryId = `2018-10-10-${logged.id}`;
    const organiser = { openid: openidOf('organiser'), action: 'saveActivity' };
    const accepted = {
      state: 'accepted',
      revision: 3,
      updatedAt: october('10 12:00'),
      lastChange: { by: { unitName: '广州市工业和信息化委员会', role: 'city' }, reason: '' },
    };
    const entries = await entriesAbout(logged.id);
    const ofRecord = entries.map((entry) => ({
      ...entry,
      changes: (entry.changes as { collection: string }[]).filter(
        ({ collection }) => collection !== 'doubles',
      ),
    }));
    expect(ofRecord).toMatchObject([
      {
        ...organiser,
        at: october('10 10:00'),
        changes: [
          { collection: 'activities', id: logged.id, before: null, after: fieldsOf(logged) },
          { collection: 'bulletin-entries', id: entryId, before: null, after: { name: logged.name } },
        ],
      },
      {
        ...organiser,
        at: october('10 11:00'),
        changes: [
          {
            collection: 'activities',
            id: logged.id,
            before: { name: logged.name, revision: 1, updatedAt: october('10 10:00') },
            after: { name: '改过名称的活动', revision: 2, updatedAt: october('10 11:00') },
          },
          {
            collection: 'bulletin-entries',
            id: entryId,
            before: { name: logged.name },
            after: { name: '改过名称的活动' },
          },
        ],
      },
      {
        openid: openidOf('city'),
        action: 'acceptRecord',
        at: october('10 12:00'),
        changes: [
          { collection: 'activities', id: logged.id, before: { state: changed.state }, after: accepted },
        ],
      },
    ]);
  });

  test('has no entry of what is read, refused or repeated', async () => {
    const requestId = newRequestId();
    await get('organiser', saveActivity, logForm(), requestId);
    const before = await kept('audit');
    await get('organiser', saveActivity, logForm(), requestId);
    await get('organiser', openWorkbench, { after: null });
    await refused('organiser', saveActivity, logForm({ name: '' }));
    expect(await kept('audit')).toEqual(before);
  });

  test('has the summary that was compiled, without a copy of its rows', async () => {
    const summary = await compile('bureau');
    const [entry] = await entriesAbout(summary.id);
    expect(entry).toMatchObject({
      action: 'compileSummary',
      openid: openidOf('bureau'),
      changes: [{ collection: 'summaries', id: summary.id, before: null, after: fieldsOf(summary) }],
    });
    expect(entry?.changes).toHaveLength(1);
  });
});
