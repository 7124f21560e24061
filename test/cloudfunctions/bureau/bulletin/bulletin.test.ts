import type { Bulletin } from '#shared/bulletin/bulletin';
import { compileBulletin } from '#shared/contract/bulletin/compile-bulletin';
import { decideCheck } from '#shared/contract/record/decide-check';
import { editBulletin } from '#shared/contract/bulletin/edit-bulletin';
import { grantException } from '#shared/contract/bulletin/grant-exception';
import { revokeException } from '#shared/contract/bulletin/revoke-exception';
import { issueBulletin } from '#shared/contract/bulletin/issue-bulletin';
import { listBulletins } from '#shared/contract/public/list-bulletins';
import { listWaitingChecks } from '#shared/contract/record/list-waiting-checks';
import { openBulletin } from '#shared/contract/bulletin/open-bulletin';
import { readBulletin } from '#shared/contract/public/read-bulletin';
import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawNil } from '#shared/contract/record/withdraw-nil';
import { stateNil } from '#shared/contract/record/state-nil';
import type { Activity, ActivityDraft } from '#shared/record/activity';
import { october, octoberDay } from '../../../shared/example-records';
import { switchDailyNil } from '../../support/daily-nil';
import { changeOf, log } from '../../support/log-form';
import {
  addPerson,
  answerOf,
  ask,
  causeTrouble,
  everythingKept,
  isLogged,
  get,
  kept,
  keptAs,
  loggedFailure,
  makeRequestsMeet,
  newRequestId,
  putDocuments,
  refused,
  runTheCloud,
  stopClockAt,
  wakeTheTimer,
} from '../../support/running-cloud';

runTheCloud();

beforeAll(async () => {
  const organiser = { role: 'organiser' } as const;
  await addPerson('shenzhen', { ...organiser, unitId: 'unit-sz', unitName: '深圳示范平台', city: '深圳' });
  await addPerson('shantou', {
    unitId: 'unit-st',
    unitName: '汕头市工业和信息化局',
    city: '汕头',
    role: 'city',
  });
  await stopClockAt(october('09 09:00'));
  await switchDailyNil(true);
  await addPerson('zhuhai', { ...organiser, unitId: 'unit-zh', unitName: '珠海示范基地', city: '珠海' });
});

/** Reports an important activity for a day of October. */
function report(person: string, dayOfMonth: string, typed: Partial<ActivityDraft> = {}): Promise<Activity> {
  const day = octoberDay(dayOfMonth);
  return log(person, { firstDay: day, lastDay: day, ...typed }, { bulletin: 'report' });
}

/** A day's bulletin before the bureau. */
function open(dayOfMonth: string) {
  return get('bureau', openBulletin, { day: octoberDay(dayOfMonth) });
}

const names = (items: readonly { name: string }[]) => items.map(({ name }) => name);
const compiling = { state: 'bulletin-collecting' };

// The days of a week, one after the other: the clock never goes back, as it does not in life.

describe('10-09, the first bulletin', () => {
  const day = octoberDay('09');

  test('shows while it collects what has come, whose city is silent, and that it cannot be compiled', async () => {
    await stopClockAt(october('09 10:00'));
    await report('shenzhen', '09', { name: '深圳路演活动', city: '深圳' });
    await report('organiser', '09', { name: '广州下午的活动', startTime: '14:00', endTime: '16:00' });
    await report('organiser', '09', { name: '广州上午的活动' });
    const { stage, closesAt, settledAt, bulletin, exceptions, mails } = await open('09');
    expect({ stage, closesAt, settledAt }).toEqual({
      stage: 'collecting',
      closesAt: october('09 16:00'),
      settledAt: october('09 16:00:30'),
    });
    expect(names(bulletin.printed)).toEqual(['广州上午的活动', '广州下午的活动', '深圳路演活动']);
    // 中山 and 湛江 have ordinary activities that day: content, though none of it is for the bulletin.
    expect(bulletin.standing.withContent).toEqual(['广州', '深圳', '中山', '湛江']);
    expect(bulletin.standing.silent).toHaveLength(17);
    expect(bulletin.standing.silent).toContain('珠海');
    expect({ exceptions, mails }).toEqual({ exceptions: [], mails: [] });
    expect(await refused('bureau', compileBulletin, { day })).toEqual({ code: 'FROZEN', details: compiling });
  });

  test('is closed by time alone, and can be compiled once what came last is kept', async () => {
    await stopClockAt(october('09 15:59:59.999'));
    expect((await open('09')).stage).toBe('collecting');
    await stopClockAt(october('09 16:00'));
    expect((await open('09')).stage).toBe('closed');
    await stopClockAt(october('09 16:00:29.999'));
    expect(await refused('bureau', compileBulletin, { day })).toEqual({ code: 'FROZEN', details: compiling });
    expect(await kept('bulletins')).toEqual([]);
  });

  test('is compiled by the timer, and by hand comes out the same, unwritten', async () => {
    await stopClockAt(october('09 16:02'));
    await wakeTheTimer();
    const { stage, bulletin } = await open('09');
    expect(stage).toBe('compiled');
    expect(bulletin).toMatchObject({
      compiledAt: october('09 16:02'),
      revision: 1,
      lead: '截至10月9日16:00，2个市报送重要活动3项，参加人数共258人。',
      number: null,
    });
    await stopClockAt(october('09 16:05'));
    expect((await get('bureau', compileBulletin, { day })).bulletin).toEqual(bulletin);
    await wakeTheTimer();
    expect((await open('09')).bulletin).toEqual(bulletin);
  });

  test('is the public’s only once it is issued', async () => {
    expect((await get('visitor', listBulletins, { editionId: null })).bulletins).toEqual([]);
    expect(await refused('visitor', readBulletin, { editionId: null, number: 1 })).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'bulletin' },
    });
  });

  test('is ordered, picked and led by the staff', async () => {
    const { bulletin } = await open('09');
    const [morning, afternoon, shenzhen] = bulletin.printed.map(({ id }) => id) as [string, string, string];
    const edit = { day, revision: bulletin.revision, lead: '今天的导语。', note: '编者的话。' };
    const edited = await get('bureau', editBulletin, { ...edit, order: [shenzhen, morning] });
    expect(names(edited.bulletin.printed)).toEqual(['深圳路演活动', '广州上午的活动']);
    expect(edited.bulletin).toMatchObject({ revision: 2, lead: '今天的导语。', note: '编者的话。' });
    expect(edited.bulletin.leftOut.map(({ id }) => id)).toEqual([afternoon]);
  });

  test('that is compiled again keeps what the staff decided', async () => {
    const { bulletin } = await open('09');
    expect((await get('bureau', compileBulletin, { day })).bulletin).toEqual(bulletin);
  });

  test('that another changed meanwhile is a conflict, with the bulletin as it is', async () => {
    const { bulletin } = await open('09');
    const order = bulletin.printed.map(({ id }) => id);
    const stale = { day, revision: 1, order, lead: '', note: '' };
    expect(await refused('bureau', editBulletin, stale)).toEqual({
      code: 'CONFLICT',
      details: { current: bulletin },
    });
    expect(await refused('bureau', issueBulletin, { day, revision: 1 })).toEqual({
      code: 'CONFLICT',
      details: { current: bulletin },
    });
  });

  test('of two who edit at the same moment exactly one wins', async () => {
    const { bulletin } = await open('09');
    const edit = {
      day,
      revision: bulletin.revision,
      order: bulletin.printed.map(({ id }) => id),
      note: bulletin.note,
    };
    await makeRequestsMeet('bureau', openBulletin, { day });
    const answers = await Promise.all(
      ['甲写的导语。', '乙写的导语。'].map((lead) => ask('bureau', editBulletin, { ...edit, lead })),
    );
    const won = answers.filter((answer) => 'ok' in answer && answer.ok);
    const lost = answers.filter((answer) => 'ok' in answer && !answer.ok);
    expect(won).toHaveLength(1);
    expect(lost).toMatchObject([{ error: { code: 'CONFLICT' } }]);
    const [{ reply }] = won as unknown as [{ reply: { bulletin: Bulletin } }];
    expect((await open('09')).bulletin.lead).toBe(reply.bulletin.lead);
  });

  test('takes no entry that is not its own, and none twice', async () => {
    const { bulletin } = await open('09');
    const [first = ''] = bulletin.printed.map(({ id }) => id);
    for (const order of [['2018-10-10-none'], [first, first]]) {
      const edit = { day, revision: bulletin.revision, order, lead: '', note: '' };
      expect(await refused('bureau', editBulletin, edit)).toEqual({
        code: 'INVALID_INPUT',
        details: { fields: [{ field: 'order', problem: 'not-a-choice', limit: null }] },
      });
    }
  });

  test('with text that WeChat rejects is neither edited nor issued', async () => {
    const { bulletin } = await open('09');
    const edit = { day, revision: bulletin.revision, order: bulletin.printed.map(({ id }) => id) };
    await answerOf('security.msgSecCheck', { errCode: 0, result: { suggest: 'risky' } });
    expect(await refused('bureau', editBulletin, { ...edit, lead: '违规的导语', note: '' })).toEqual({
      code: 'CONTENT_REJECTED',
      details: { field: 'lead' },
    });
    expect(await refused('bureau', issueBulletin, { day, revision: bulletin.revision })).toEqual({
      code: 'CONTENT_REJECTED',
      details: { field: 'bulletin' },
    });
    await answerOf('security.msgSecCheck', null);
    expect((await open('09')).bulletin).toEqual(bulletin);
  });

  test('is issued with its number, by two at the same moment once', async () => {
    await stopClockAt(october('09 17:00'));
    const { bulletin } = await open('09');
    await makeRequestsMeet('bureau', openBulletin, { day });
    const answers = await Promise.all(
      [1, 2].map(() => ask('bureau', issueBulletin, { day, revision: bulletin.revision })),
    );
    expect(answers.filter((answer) => 'ok' in answer && answer.ok)).toHaveLength(1);
    expect(await isLogged(/Audit heads after issueBulletin: [0-9a-f]:\d+:/)).toBe(true);
    expect((await open('09')).bulletin).toEqual({
      ...bulletin,
      state: 'issued',
      number: 1,
      issuer: '广东省中小企业局',
      issuedAt: october('09 17:00'),
      check: 'passed',
      revision: bulletin.revision + 1,
      updatedAt: october('09 17:00'),
    });
  });

  test('is from then on frozen for everybody', async () => {
    const before = await everythingKept();
    const { bulletin } = await open('09');
    const frozen = { code: 'FROZEN', details: { state: 'bulletin-issued' } };
    const edit = { day, revision: bulletin.revision, order: [], lead: '', note: '' };
    expect(await refused('bureau', editBulletin, edit)).toEqual(frozen);
    expect(await refused('bureau', issueBulletin, { day, revision: bulletin.revision })).toEqual(frozen);
    expect(await refused('bureau', compileBulletin, { day })).toEqual(frozen);
    await wakeTheTimer();
    expect((await everythingKept()).bulletins).toEqual(before.bulletins);
  });

  test('is read by the public as it was printed, and without who was silent', async () => {
    const { edition, bulletins } = await get('visitor', listBulletins, { editionId: '2018' });
    expect(edition.id).toBe('2018');
    expect(bulletins).toMatchObject([
      { number: 1, day, entries: [{ name: '深圳路演活动' }, { name: '广州上午的活动' }] },
    ]);
    const read = await get('visitor', readBulletin, { editionId: null, number: 1 });
    expect(read).toMatchObject({ day, issuer: '广东省中小企业局', note: '编者的话。' });
    expect(Object.keys(read.entries[0] ?? {}).sort()).toEqual(
      [
        ...['about', 'city', 'coHosts', 'firstDay', 'headcount'],
        ...['hosts', 'lastDay', 'mode', 'name', 'venue'],
      ].sort(),
    );
    expect(JSON.stringify(read)).not.toContain('珠海');
  });
});

describe('10-10, with corrections of the day before', () => {
  const day = octoberDay('10');

  test('tells what was printed and is otherwise, and nothing of what was left out', async () => {
    await stopClockAt(october('09 18:00'));
    const records = await kept('activities');
    const idOf = (name: string) => String(records.find((each) => each.name === name)?._id);
    for (const name of ['广州上午的活动', '广州下午的活动']) {
      const { _id, ...fields } = await keptAs('activities', idOf(name));
      const activity = { id: _id, ...fields } as unknown as Activity;
      const change = changeOf(
        activity,
        { headcount: { count: 90, method: '签到表' } },
        { bulletin: 'report', reason: '签到表漏计' },
      );
      await get('organiser', saveActivity, change);
    }
    // Guangzhou states in time that it has nothing for the day; one millisecond later is too late for the bulletin.
    const nil = { scope: 'city', span: day } as const;
    await stopClockAt(october('10 15:59:59.999'));
    await get('city', stateNil, nil);
    await stopClockAt(october('10 16:00'));
    await get('shantou', stateNil, nil);

    await stopClockAt(october('10 16:02'));
    await wakeTheTimer();
    const { bulletin } = await open('10');
    expect(bulletin.standing.nil).toEqual(['广州']);
    expect(bulletin.standing.silent).toContain('汕头');
    expect(bulletin.corrections).toEqual([
      {
        entryId: expect.stringContaining('2018-10-09-') as string,
        saidOn: octoberDay('09'),
        unitName: '演示双创示范基地',
        unitCity: '广州',
        name: '广州上午的活动',
        differences: [{ field: '参加人数', said: '86人', now: '90人' }],
        reasons: ['签到表漏计'],
      },
    ]);
    expect(bulletin.lead).toBe('截至10月10日16:00，没有收到重要活动信息。');
    expect(bulletin.standing.silent).toHaveLength(20);
  });

  test('is not outdated by what is logged, or taken back, after the cut-off: the standing is that of 16:00', async () => {
    const { bulletin } = await open('10');
    await stopClockAt(october('10 16:05'));
    await get('city', withdrawNil, { scope: 'city', span: day });
    await log('zhuhai', { firstDay: day, lastDay: day, city: '珠海' });
    await wakeTheTimer();
    const later = await open('10');
    expect(later).toMatchObject({ isOutdated: false, bulletin: { standing: bulletin.standing } });
    expect(later.bulletin.revision).toBe(bulletin.revision);
  });

  test('leaves the bulletin of the day before as it was issued, and shows there that it was corrected', async () => {
    const { bulletin, correctedSince } = await open('09');
    expect(bulletin.printed.map(({ headcount }) => headcount)).toEqual([86, 86]);
    expect(correctedSince).toContainEqual({
      entryId: expect.stringContaining('2018-10-09-') as string,
      at: october('09 18:00'),
      unitName: '演示双创示范基地',
      reason: '签到表漏计',
      listedOn: day,
      name: '广州上午的活动',
      differences: [{ field: '参加人数', said: '86人', now: '90人' }],
    });
  });

  test('that fails to be issued takes no number, and issuing again is safe', async () => {
    const { bulletin } = await open('10');
    const before = await everythingKept();
    const requestId = newRequestId();
    const issue = { day, revision: bulletin.revision };
    for (const trouble of [
      { action: 'database.modifyDocument', collection: 'bulletins' },
      { action: 'database.commitTransaction' },
    ]) {
      await causeTrouble({ ...trouble, times: 1, errorCode: 'DATABASE_REQUEST_FAILED' });
      expect(await refused('bureau', issueBulletin, issue, requestId)).toMatchObject({ code: 'UNAVAILABLE' });
      await loggedFailure();
      expect(await everythingKept()).toEqual(before);
    }
    const issued = await get('bureau', issueBulletin, issue, requestId);
    expect(await get('bureau', issueBulletin, issue, requestId)).toEqual(issued);
  });

  test('is issued as the second, and the public reads its corrections', async () => {
    const { corrections, number } = await get('visitor', readBulletin, { editionId: null, number: 2 });
    expect(number).toBe(2);
    expect(corrections).toMatchObject([{ name: '广州上午的活动' }]);
    const { bulletins } = await get('visitor', listBulletins, { editionId: null });
    expect(bulletins.map((each) => each.number)).toEqual([2, 1]);
  });
});

describe('10-11, with an exception', () => {
  const day = octoberDay('11');
  const input = { unitId: 'unit-0', day, until: october('11 18:00'), reason: '会场断电' };

  test('is compiled at the cut-off, and again when an exception granted later has ended', async () => {
    await stopClockAt(october('11 10:00'));
    await report('zhuhai', '11', { name: '珠海按时的活动', city: '珠海' });
    await stopClockAt(october('11 16:02'));
    await wakeTheTimer();
    const first = await open('11');
    expect(first.stage).toBe('compiled');

    await stopClockAt(october('11 16:30'));
    await get('bureau', grantException, input);
    // One that is taken back holds nothing up, and is not printed; the staff still see that there was one.
    await stopClockAt(october('11 16:31'));
    const mistaken = { unitId: 'unit-zh', day, until: october('11 22:00'), reason: '误准的补报' };
    const { exception } = await get('bureau', grantException, mistaken);
    await get('bureau', revokeException, { id: exception.id });
    expect(await open('11')).toMatchObject({ stage: 'collecting', closesAt: october('11 18:00') });
    const issue = { day, revision: first.bulletin.revision };
    expect(await refused('bureau', issueBulletin, issue)).toEqual({
      code: 'FROZEN',
      details: { state: 'bulletin-open' },
    });
    await stopClockAt(october('11 17:00'));
    await report('organiser', '11', { name: '广州补报的活动' });
    await stopClockAt(october('11 18:00:29.999'));
    expect(await refused('bureau', compileBulletin, { day })).toEqual({ code: 'FROZEN', details: compiling });
    await wakeTheTimer();
    expect((await open('11')).stage).toBe('closed');

    await stopClockAt(october('11 18:02'));
    await wakeTheTimer();
    const { stage, bulletin, exceptions } = await open('11');
    expect(stage).toBe('compiled');
    expect(bulletin.printed.map(({ name, isLate }) => [name, isLate])).toEqual([
      ['广州补报的活动', true],
      ['珠海按时的活动', false],
    ]);
    expect(bulletin.exceptions).toMatchObject([
      { unitName: '演示双创示范基地', reason: '会场断电', usedAt: october('11 17:00') },
    ]);
    expect(exceptions.map(({ reason, revokedAt }) => [reason, revokedAt])).toEqual([
      ['会场断电', null],
      ['误准的补报', october('11 16:31')],
    ]);
  });

  test('is compiled by two machines at once to one bulletin', async () => {
    await stopClockAt(october('12 10:00'));
    await report('organiser', '12', { name: '两台机器汇编的活动' });
    // The clock wakes the timer as it passes 16:00, too early to compile, and not again before the three here.
    await stopClockAt(october('12 16:00:10'));
    await stopClockAt(october('12 16:00:40'));
    expect((await open('12')).stage).toBe('closed');
    await makeRequestsMeet('bureau', openBulletin, { day: octoberDay('12') });
    const replies = await Promise.all([
      wakeTheTimer(),
      ...['1', '2'].map(() => get('bureau', compileBulletin, { day: octoberDay('12') }, newRequestId())),
    ]);
    const { bulletin } = await open('12');
    expect(bulletin.revision).toBe(1);
    expect(replies.slice(1)).toEqual([{ bulletin }, { bulletin }]);
    expect(names(bulletin.printed)).toEqual(['两台机器汇编的活动']);
  });

  test('keeps the staff’s order when it is compiled again, and adds what came', async () => {
    const twelfth = octoberDay('12');
    const { bulletin } = await open('12');
    const order = bulletin.printed.map(({ id }) => id);
    const edit = { day: twelfth, revision: bulletin.revision, order, lead: '自拟导语。', note: '' };
    await get('bureau', editBulletin, edit);
    const exception = { ...input, unitId: 'unit-0', day: twelfth, until: october('12 17:00') };
    await get('bureau', grantException, exception);
    await stopClockAt(october('12 16:30'));
    await report('organiser', '12', { name: '广州后来补报的活动', startTime: '08:00' });
    await stopClockAt(october('12 17:02'));
    const again = (await get('bureau', compileBulletin, { day: twelfth })).bulletin;
    expect(again.lead).toBe('自拟导语。');
    expect(new Set(names(again.printed))).toEqual(new Set(['两台机器汇编的活动', '广州后来补报的活动']));
  });
});

test('a compiled bulletin that lacks an entry, whatever the reason, is not issued before it is compiled again', async () => {
  const day = octoberDay('12');
  const before = await open('12');
  expect(before).toMatchObject({ stage: 'compiled', isOutdated: false });
  const [item] = before.bulletin.printed;
  const { _id, ...entry } = await keptAs('bulletin-entries', item?.id ?? '');
  await putDocuments('bulletin-entries', [
    { ...entry, _id: `${_id}-late`, activityId: 'late', eventId: 'late', name: '写得太慢的活动' },
  ]);
  const { bulletin, isOutdated } = await open('12');
  expect(isOutdated).toBe(true);
  const issue = { day, revision: bulletin.revision };
  expect(await refused('bureau', issueBulletin, issue)).toEqual({
    code: 'FROZEN',
    details: { state: 'bulletin-outdated' },
  });
  const again = (await get('bureau', compileBulletin, { day })).bulletin;
  expect(names(again.printed)).toContain('写得太慢的活动');
  await get('bureau', issueBulletin, { day, revision: again.revision });
});

describe('10-13, while WeChat’s content check is down', () => {
  const day = octoberDay('13');

  test('is issued all the same, and the public reads it once the check has passed', async () => {
    await stopClockAt(october('13 16:02'));
    await wakeTheTimer();
    const { bulletin } = await open('13');
    await answerOf('security.msgSecCheck', { errCode: -1, errMsg: 'system error' });
    const issued = await get('bureau', issueBulletin, { day, revision: bulletin.revision });
    expect(issued.bulletin).toMatchObject({ number: 4, check: 'waiting' });
    await wakeTheTimer();
    expect(await refused('visitor', readBulletin, { editionId: null, number: 4 })).toMatchObject({
      code: 'NOT_FOUND',
    });

    await answerOf('security.msgSecCheck', null);
    await stopClockAt(october('13 16:10'));
    await wakeTheTimer();
    expect(await get('visitor', readBulletin, { editionId: null, number: 4 })).toMatchObject({ day });
    expect((await open('13')).bulletin).toEqual({ ...issued.bulletin, check: 'passed' });
  });
});

test('a timer that slept for days compiles each day as it was', async () => {
  await stopClockAt(october('14 10:00'));
  await report('organiser', '14', { name: '没有定时器那天的活动' });
  await stopClockAt(october('16 09:00'));
  await wakeTheTimer();
  expect(names((await open('14')).bulletin.printed)).toEqual(['没有定时器那天的活动']);
  expect((await open('15')).stage).toBe('compiled');
});

test('a day that is not the week’s has no bulletin', async () => {
  for (const day of [octoberDay('08'), octoberDay('16')]) {
    for (const contract of [openBulletin, compileBulletin]) {
      expect(await refused('bureau', contract, { day })).toEqual({
        code: 'NOT_FOUND',
        details: { what: 'bulletin' },
      });
    }
  }
});

test('the bulletin is the bureau’s alone', async () => {
  const before = await everythingKept();
  const day = octoberDay('14');
  for (const person of ['organiser', 'city'] as const) {
    expect(await refused(person, openBulletin, { day })).toMatchObject({ code: 'NO_MEMBERSHIP' });
    expect(await refused(person, issueBulletin, { day, revision: 1 })).toMatchObject({
      code: 'NO_MEMBERSHIP',
    });
  }
  expect(await everythingKept()).toEqual(before);
});

test('one that WeChat does not pass is before the bureau alone, whose decision lets the public read it', async () => {
  await stopClockAt(october('16 10:00'));
  const day = octoberDay('14');
  const { revision } = (await open('14')).bulletin;
  await answerOf('security.msgSecCheck', { errcode: 0, result: { suggest: 'review', label: 20001 } }, 1);
  const { bulletin } = await get('bureau', issueBulletin, { day, revision });
  expect(bulletin.check).toBe('for-review');
  await wakeTheTimer();
  const read = { editionId: null, number: bulletin.number ?? 0 };
  expect(await refused('visitor', readBulletin, read)).toMatchObject({ code: 'NOT_FOUND' });

  expect((await get('city', listWaitingChecks, {})).checks).toEqual([]);
  const [waiting] = (await get('bureau', listWaitingChecks, {})).checks;
  expect(waiting).toMatchObject({ kind: 'bulletin', id: bulletin.id, name: day, files: [] });
  expect(waiting?.texts).toContainEqual({ field: '', text: bulletin.lead });
  const { id, revision: issued } = bulletin;
  const decision = { kind: 'bulletin', id, revision: issued, fileId: null, decision: 'passed' } as const;
  expect(await refused('city', decideCheck, decision)).toMatchObject({ code: 'FORBIDDEN' });
  await get('bureau', decideCheck, decision);
  expect(await get('visitor', readBulletin, read)).toMatchObject({ day });
  expect(await refused('bureau', decideCheck, decision)).toMatchObject({ code: 'CONFLICT' });
  expect(await kept('content-checks')).toEqual([]);
});
