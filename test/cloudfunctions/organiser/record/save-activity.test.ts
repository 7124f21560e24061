import { acceptRecord } from '#shared/contract/record/accept-record';
import { openLogForm } from '#shared/contract/record/open-log-form';
import { openWorkbench } from '#shared/contract/record/open-workbench';
import { newRecord } from '#shared/record/record';
import { membershipKey } from '#shared/people/membership';
import { idFrom } from '../../../../cloudfunctions/platform/digest';
import { saveActivity } from '#shared/contract/record/save-activity';
import { withdrawRecord } from '#shared/contract/record/withdraw-record';
import { bodies, draft, october } from '../../../shared/example-records';
import { changeOf, log, logForm } from '../../support/log-form';
import {
  ask,
  everythingKept,
  exampleUnit,
  get,
  kept,
  keptAs,
  makeRequestsMeet,
  openidOf,
  putMembership,
  putUnits,
  refused,
  runTheCloud,
  stopClockAt,
} from '../../support/running-cloud';

runTheCloud();

/** The bulletin entries of an activity, by day. */
async function entriesOf(activityId: string) {
  const entries = (await kept('bulletin-entries')).filter((entry) => entry.activityId === activityId);
  return entries.sort((one, other) => String(one.day).localeCompare(String(other.day)));
}

const report = { bulletin: 'report' } as const;

describe('the 16:00 rule, by the server’s clock', () => {
  test('a report at 15:59:59.999 is taken into the bulletin of the day', async () => {
    await stopClockAt(october('10 15:59:59.999'));
    const { id, bulletin, important } = await log('organiser', { firstDay: '2018-10-10' }, report);
    const receivedAt = october('10 15:59:59.999');
    expect({ bulletin, important }).toEqual({
      bulletin: { result: 'taken', day: '2018-10-10', receivedAt },
      important: true,
    });
    expect(await entriesOf(id)).toMatchObject([{ day: '2018-10-10', receivedAt, withdrawn: false }]);
  });

  test('a report at 16:00:00.000 is refused with the cut-off and the server’s time, and nothing is stored', async () => {
    await stopClockAt(october('10 16:00'));
    const before = await everythingKept();
    expect(await refused('organiser', saveActivity, logForm({}, report))).toEqual({
      code: 'CUTOFF_PASSED',
      details: { day: '2018-10-10', closedAt: october('10 16:00'), serverNow: october('10 16:00') },
    });
    expect(await everythingKept()).toEqual(before);
  });

  test('a refused report is then kept for the summary: important, and missed by the bulletin', async () => {
    await stopClockAt(october('10 16:00'));
    const { id, state, important, bulletin } = await log('organiser', {}, { bulletin: 'keep-for-summary' });
    expect({ state, important, bulletin }).toEqual({
      state: 'reported',
      important: true,
      bulletin: { result: 'missed', day: '2018-10-10' },
    });
    expect(await entriesOf(id)).toEqual([]);
  });

  test('who keeps for the summary before the cut-off is in the bulletin all the same', async () => {
    await stopClockAt(october('10 15:00'));
    const { bulletin } = await log('organiser', {}, { bulletin: 'keep-for-summary' });
    expect(bulletin).toEqual({ result: 'taken', day: '2018-10-10', receivedAt: october('10 15:00') });
  });

  test.each([
    ['10 16:00', '10 15:00', '2018-10-10'],
    ['10 16:00', '10 16:00', '2018-10-11'],
    ['10 16:00', '11 10:00', '2018-10-11'],
    ['11 09:00', '10 17:00', '2018-10-11'],
    ['11 09:00', '10 15:00', '2018-10-11'],
    ['15 19:00', '15 15:00', '2018-10-15'],
  ])(
    'an activity of 10-%s that is reported 10-%s is in the bulletin of %s',
    async (starts, reported, day) => {
      await stopClockAt(october(reported));
      const [dayOfMonth = '', startTime = ''] = starts.split(' ');
      const onDay = `2018-10-${dayOfMonth}`;
      const typed = { firstDay: onDay, lastDay: onDay, startTime, endTime: '21:30' };
      const { id, bulletin } = await log('organiser', typed, report);
      expect(bulletin).toEqual({ result: 'taken', day, receivedAt: october(reported) });
      expect(await entriesOf(id)).toHaveLength(1);
    },
  );

  test.each([
    ['10 09:00', '11 10:00', '2018-10-10'],
    ['10 19:00', '11 16:00', '2018-10-10'],
    ['15 19:00', '15 17:00', '2018-10-15'],
  ])('an activity of 10-%s that is reported 10-%s is too late for %s', async (starts, reported, day) => {
    await stopClockAt(october(reported));
    const [dayOfMonth = '', startTime = ''] = starts.split(' ');
    const onDay = `2018-10-${dayOfMonth}`;
    const typed = { firstDay: onDay, lastDay: onDay, startTime, endTime: '21:30' };
    expect(await refused('organiser', saveActivity, logForm(typed, report))).toMatchObject({
      code: 'CUTOFF_PASSED',
      details: { day },
    });
  });

  test('an activity of several days is in the bulletin of each day it is reported for, once', async () => {
    const week = { firstDay: '2018-10-09', lastDay: '2018-10-15' };
    await stopClockAt(october('09 10:00'));
    let activity = await log('organiser', week, report);
    for (const [now, bulletinDay] of [
      ['09 11:00', '2018-10-09'],
      ['12 10:00', '2018-10-12'],
      ['12 11:00', '2018-10-12'],
    ] as const) {
      await stopClockAt(october(now));
      const change = changeOf(activity, {}, { ...report, bulletinDay });
      ({ activity } = await get('organiser', saveActivity, change));
    }
    expect(await entriesOf(activity.id)).toMatchObject([
      { day: '2018-10-09', receivedAt: october('09 10:00') },
      { day: '2018-10-12', receivedAt: october('12 10:00') },
    ]);
  });

  test('an activity cannot be reported for a day that is not its own', async () => {
    await stopClockAt(october('10 10:00'));
    expect(
      await refused('organiser', saveActivity, logForm({}, { ...report, bulletinDay: '2018-10-12' })),
    ).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'bulletinDay', problem: 'not-its-day', limit: null }] },
    });
  });

  test('a change inside the window changes the entry, which keeps the time of its first receipt', async () => {
    await stopClockAt(october('10 10:00'));
    const activity = await log('organiser', {}, report);
    await stopClockAt(october('10 15:59:59.999'));
    const changed = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { name: '改名后的政策解读会', headcount: { count: 120, method: '签到表' } }, report),
    );
    expect(await entriesOf(activity.id)).toMatchObject([
      {
        name: '改名后的政策解读会',
        headcount: 120,
        receivedAt: october('10 10:00'),
        activityRevision: 2,
      },
    ]);
    expect(changed.activity.bulletin).toEqual(activity.bulletin);
  });

  test('a change after the window changes the record and not the entry', async () => {
    await stopClockAt(october('10 10:00'));
    const activity = await log('organiser', {}, report);
    const entries = await entriesOf(activity.id);
    await stopClockAt(october('10 16:00'));
    const changed = await get(
      'organiser',
      saveActivity,
      changeOf(
        activity,
        { headcount: { count: 9, method: '主办方估计' } },
        { ...report, reason: '签到表重复计数' },
      ),
    );
    expect(changed.activity).toMatchObject({ headcount: { count: 9 }, bulletin: activity.bulletin });
    expect(await entriesOf(activity.id)).toEqual(entries);
  });

  test('what is no longer important leaves the bulletin before the cut-off, and stays in it after', async () => {
    await stopClockAt(october('10 10:00'));
    const [early, late] = [await log('organiser', {}, report), await log('organiser', {}, report)];
    const { activity } = await get('organiser', saveActivity, changeOf(early));
    expect(activity).toMatchObject({ important: false, bulletin: { result: 'none' } });
    expect(await entriesOf(early.id)).toMatchObject([{ withdrawn: true }]);

    await stopClockAt(october('10 16:00'));
    await get('organiser', saveActivity, changeOf(late));
    expect(await entriesOf(late.id)).toMatchObject([{ withdrawn: false }]);
  });
});

describe('what is kept of an activity', () => {
  test('is what was typed, with the unit, city, state and times that the cloud knows', async () => {
    await stopClockAt(october('10 10:00'));
    const activity = await log('organiser');
    expect(activity).toEqual({
      ...newRecord,
      release: { at: october('10 10:00'), by: null },
      toRelease: false,
      inBulletins: [],
      jointUnits: [],
      cancelled: null,
      postponedFrom: null,
      ...draft,
      id: activity.id,
      editionId: '2018',
      unitId: 'unit-0',
      unitName: '演示双创示范基地',
      unitCity: '广州',
      state: 'reported',
      revision: 1,
      important: false,
      bulletin: { result: 'none' },
      days: ['2018-10-10'],
      listed: true,
      sortKey: `2018-10-10T09:00#${activity.id}`,
      shownKey: `12018-10-10T09:00#${activity.id}`,
      createdAt: october('10 10:00'),
      updatedAt: october('10 10:00'),
      reportedAt: october('10 10:00'),
      lastChange: {
        by: { unitId: 'unit-0', unitName: '演示双创示范基地', role: 'organiser' },
        reason: '',
      },
    });
    const { id, ...fields } = activity;
    expect(await keptAs('activities', id)).toEqual({ _id: id, ...fields });
  });

  test('is announced without a headcount, and reported once the headcount is filled in', async () => {
    const announced = await log('organiser', { headcount: null });
    expect(announced.state).toBe('announced');
    const change = changeOf(announced, { headcount: { count: 0, method: '签到表' } });
    const { activity } = await get('organiser', saveActivity, change);
    expect(activity).toMatchObject({ state: 'reported', headcount: { count: 0 }, revision: 2 });
  });

  test('appears on the unit’s workbench, and opens in the log form as it is', async () => {
    const activity = await log('organiser', { name: '工作台上的活动' });
    const { unit, activities } = await get('organiser', openWorkbench, { after: null });
    expect(unit).toEqual({ id: 'unit-0', name: '演示双创示范基地' });
    expect(activities).toContainEqual(expect.objectContaining({ id: activity.id, name: '工作台上的活动' }));
    expect((await get('organiser', openLogForm, { id: activity.id })).activity).toEqual(activity);
  });

  test('is changed by a member of two units as a member of its own, and not as one of the other', async () => {
    await putUnits([
      exampleUnit({ id: 'unit-elsewhere', name: '中山示范基地', city: '中山', kind: '示范基地' }),
    ]);
    const as = (unitId: string) => ({ openid: openidOf('visitor'), unitId, role: 'organiser' as const });
    for (const unitId of ['unit-elsewhere', 'unit-0']) await putMembership(as(unitId));
    const change = changeOf(await log('organiser'));
    const elsewhere = idFrom(membershipKey(as('unit-elsewhere')));
    expect(await refused('visitor', saveActivity, change, undefined, elsewhere)).toMatchObject({
      code: 'FORBIDDEN',
    });
    const own = idFrom(membershipKey(as('unit-0')));
    const { activity: changed } = await get('visitor', saveActivity, change, undefined, own);
    expect(changed).toMatchObject({ unitId: 'unit-0', unitCity: '广州', revision: 2 });
  });
});

describe('two people who change one record', () => {
  test('a change of an older revision is refused with the record as it is now', async () => {
    const activity = await log('organiser');
    const { activity: current } = await get(
      'organiser',
      saveActivity,
      changeOf(activity, { name: '先改好的活动名称' }),
    );
    expect(await refused('organiser', saveActivity, changeOf(activity, { name: '后到的活动名称' }))).toEqual({
      code: 'CONFLICT',
      details: { current },
    });
  });

  test('of two changes at the same moment exactly one wins, and the other is shown it', async () => {
    const activity = await log('organiser');
    await makeRequestsMeet('organiser', openWorkbench, { after: null });
    const answers = await Promise.all(
      ['第一个人的名称', '第二个人的名称'].map((name) =>
        ask('organiser', saveActivity, changeOf(activity, { name })),
      ),
    );
    const [won] = answers.filter((answer) => 'ok' in answer && answer.ok);
    const [lost] = answers.filter((answer) => 'ok' in answer && !answer.ok);
    expect(won).toMatchObject({ reply: { activity: { revision: 2 } } });
    expect(lost).toMatchObject({
      error: {
        code: 'CONFLICT',
        details: { current: (won as { reply: { activity: unknown } }).reply.activity },
      },
    });
  });

  test('a revision that is yet to come is a conflict too', async () => {
    const activity = await log('organiser');
    const change = changeOf({ ...activity, revision: 7 });
    expect(await refused('organiser', saveActivity, change)).toMatchObject({ code: 'CONFLICT' });
  });
});

describe('records that are not the organiser’s to change', () => {
  test('one that does not exist is not found', async () => {
    const change = { id: 'no-such-activity', revision: 1 };
    expect(await refused('organiser', saveActivity, logForm({}, { change }))).toEqual({
      code: 'NOT_FOUND',
      details: { what: 'activity' },
    });
  });

  test('one of another unit is forbidden, even to the city that reviews it', async () => {
    const activity = await log('organiser');
    const before = await keptAs('activities', activity.id);
    for (const person of ['city', 'bureau'] as const) {
      expect(await refused(person, saveActivity, changeOf(activity, { name: '别人单位的活动' }))).toEqual({
        code: 'FORBIDDEN',
        details: {},
      });
      expect(await refused(person, openLogForm, { id: activity.id })).toMatchObject({ code: 'FORBIDDEN' });
    }
    expect(await keptAs('activities', activity.id)).toEqual(before);
  });

  test('one that is accepted is changed only with a reason', async () => {
    const activity = await log('organiser');
    await get('bureau', acceptRecord, { kind: 'activity', id: activity.id, revision: 1 });
    expect(await refused('organiser', saveActivity, changeOf({ ...activity, revision: 2 }))).toEqual({
      code: 'INVALID_INPUT',
      details: { fields: [{ field: 'reason', problem: 'required', limit: null }] },
    });
  });

  test('one that is withdrawn is frozen', async () => {
    const { id, revision, ...activity } = await log('organiser');
    await get('organiser', withdrawRecord, { kind: 'activity', id, revision });
    const change = changeOf({ id, ...activity, revision: revision + 1 });
    expect(await refused('organiser', saveActivity, change)).toEqual({
      code: 'FROZEN',
      details: { state: 'withdrawn' },
    });
  });
});

/** Types, by name, that a field should not have. */
const strange: Record<string, unknown> = {
  'a number': 7,
  true: true,
  'an object': { name: '政策解读会' },
  'an operator': { $gt: '' },
  'a list': ['政策解读会'],
  'a list of operators': [{ $ne: null }],
  'a fraction': 1.5,
};

/** A choice that was not made is none of the choices. */
function whenMissing(field: string): string {
  return ['table', 'type', 'mode'].includes(field) ? 'not-a-choice' : 'required';
}

/** What an activity may be silent about, by leaving it out or by saying null. */
const mayBeLeftOut = ['fields', 'series', 'place', 'contact', 'capacity', 'expected'];
const mayBeNull = ['headcount', 'place', 'capacity', 'expected'];

function draftFieldsBut(others: readonly string[]): string[] {
  return Object.keys(draft).filter((field) => !others.includes(field));
}

/** What is wrong with the one wrong field. */
async function problemWith(typed: Record<string, unknown>) {
  const form = { ...logForm(), activity: { ...draft, ...typed } };
  const refusal = await refused('organiser', saveActivity, form as never);
  if (refusal.code !== 'INVALID_INPUT') throw new Error(`Refused as ${refusal.code}`);
  return refusal.details.fields.map(({ field, problem }) => `${field} ${problem}`);
}

describe('a log form that is filled in wrongly is refused field by field, and nothing is stored', () => {
  let before: Awaited<ReturnType<typeof everythingKept>>;

  beforeAll(async () => {
    before = await everythingKept();
  });
  afterAll(async () => {
    expect(await everythingKept()).toEqual(before);
  });

  test.each(draftFieldsBut(mayBeLeftOut))('%s left out', async (field) => {
    const problems = await problemWith({ [field]: undefined });
    expect(problems).toEqual([`activity.${field} ${whenMissing(field)}`]);
  });

  test.each(draftFieldsBut(mayBeNull))('%s is null', async (field) => {
    expect(await problemWith({ [field]: null })).toEqual([`activity.${field} ${whenMissing(field)}`]);
  });

  test.each(Object.keys(draft))('%s of a type that no form has', async (field) => {
    for (const [type, value] of Object.entries(strange)) {
      const isItsType =
        (field === 'isOpen' && value === true) ||
        (field.endsWith('osts') && type === 'a list') ||
        (['capacity', 'expected'].includes(field) && type === 'a number');
      if (isItsType) continue;
      const problems = await problemWith({ [field]: value });
      const onlyItsOwn = problems.every((problem) => /^activity\.(\w+)/.exec(problem)?.[1] === field);
      expect({ type, problems, onlyItsOwn }).toEqual({ type, problems, onlyItsOwn: true });
    }
  });

  test.each<[string, Record<string, unknown>, string]>([
    ['the name is too short', { name: '路演会' }, 'name too-short'],
    ['the name is only spaces', { name: '　　　　　　' }, 'name too-short'],
    ['the name is too long', { name: '活'.repeat(101) }, 'name too-long'],
    ['there is no host', { hosts: [] }, 'hosts too-few'],
    ['there are eleven hosts', { hosts: Array(11).fill('广州示范基地') }, 'hosts too-many'],
    ['a host is empty', { hosts: ['广州示范基地', ''] }, 'hosts.1 too-short'],
    [
      'there are too many co-hosts',
      { coHosts: bodies(...Array<string>(21).fill('广州示范基地')) },
      'coHosts too-many',
    ],
    ['the city is no city of Guangdong', { city: '长沙' }, 'city not-a-choice'],
    ['the city is written with 市', { city: '广州市' }, 'city not-a-choice'],
    ['the series is none of the edition', { series: '创客世界' }, 'series not-a-choice'],
    ['the table is none of the form', { table: 'policy' }, 'table not-a-choice'],
    ['the type is none of the notice', { type: '聚餐' }, 'type not-a-choice'],
    ['the type belongs to the other table', { type: '沙龙' }, 'type not-of-this-table'],
    ['another type is not named', { type: '其他' }, 'typeOther required'],
    ['it is held nowhere', { venue: '' }, 'venue required'],
    ['it is online without a link', { mode: 'online' }, 'link required'],
    ['the link is no https address', { mode: 'both', link: 'javascript:alert(1)' }, 'link not-a-link'],
    ['the first day does not exist', { firstDay: '2018-10-32' }, 'firstDay not-a-date'],
    ['the day is written otherwise', { lastDay: '2018/10/10' }, 'lastDay not-a-date'],
    ['the last day is before the first', { lastDay: '2018-10-09' }, 'lastDay before-start'],
    ['it lasts longer than anything does', { lastDay: '2019-10-09' }, 'lastDay too-long-a-time'],
    ['the time does not exist', { startTime: '24:00' }, 'startTime not-a-time'],
    ['it ends before it starts', { endTime: '08:59' }, 'endTime before-start'],
    [
      'the headcount is negative',
      { headcount: { count: -1, method: '签到表' } },
      'headcount.count too-small',
    ],
    [
      'the headcount is a fraction',
      { headcount: { count: 1.5, method: '签到表' } },
      'headcount.count not-whole',
    ],
    ['the headcount is a text', { headcount: { count: '86', method: '签到表' } }, 'headcount.count wrong'],
    [
      'the headcount is more than a million',
      { headcount: { count: 1_000_001, method: '签到表' } },
      'headcount.count too-large',
    ],
    ['nobody says how it was counted', { headcount: { count: 1 } }, 'headcount.method not-a-choice'],
    [
      'the headcount says more',
      { headcount: { count: 1, method: '签到表', by: '张' } },
      'headcount.by unknown-field',
    ],
    ['the content is too short', { about: '长'.repeat(9) }, 'about too-short'],
    ['the content is too long', { about: '长'.repeat(501) }, 'about too-long'],
    ['a field is unknown', { colour: 'red' }, 'colour unknown-field'],
    ['it is outside the week', { firstDay: '2018-10-16', lastDay: '2018-10-16' }, 'firstDay not-in-the-week'],
  ])('%s', async (_what, typed, problem) => {
    expect(await problemWith(typed)).toContain(`activity.${problem}`);
  });

  test('every wrong field is named at once', async () => {
    const typed = { name: '', city: 'Canton', about: '', startTime: '9点' };
    expect(await problemWith(typed)).toEqual([
      'activity.name too-short',
      'activity.city not-a-choice',
      'activity.startTime not-a-time',
      'activity.about too-short',
    ]);
  });

  test('what only the edition can tell is named at once too', async () => {
    const typed = { city: '长沙', series: '创客世界', firstDay: '2018-10-16', lastDay: '2018-10-16' };
    expect(await problemWith(typed)).toEqual([
      'activity.city not-a-choice',
      'activity.series not-a-choice',
      'activity.firstDay not-in-the-week',
    ]);
  });
});

test('a log form at the limit of every field is taken', async () => {
  const shortest = {
    name: '创业沙龙',
    hosts: ['基地'],
    about: '短'.repeat(10),
    headcount: { count: 0, method: '签到表' },
  } as const;
  const longest = {
    name: '长'.repeat(100),
    hosts: Array<string>(10).fill('长'.repeat(50)),
    coHosts: bodies(...Array.from({ length: 20 }, (_each, index) => `${'长'.repeat(48)}${index + 10}`)),
    district: '长'.repeat(20),
    venue: '长'.repeat(60),
    about: '🚀'.repeat(500),
    lastDay: '2019-01-09',
    headcount: { count: 1_000_000, method: '主办方估计' },
  } as const;
  for (const typed of [{ ...shortest, hosts: [...shortest.hosts] }, longest]) {
    expect(await log('organiser', typed)).toMatchObject(typed);
  }
});

describe('text as people paste it', () => {
  test('keeps emoji, rare characters and line breaks', async () => {
    const typed = {
      name: '创客马拉松🚀𠮷野家专场',
      hosts: ['㙍头创业孵化基地'],
      about: '第一天：路演👩‍💻。\n第二天：“对接”——=SUM(A1)。',
    };
    expect(await log('organiser', typed)).toMatchObject(typed);
  });

  test('loses the characters that nobody sees', async () => {
    const { name, about } = await log('organiser', {
      name: '\u0000政策\u200b解读\u0007会\ufeff',
      about: '讲解小微企业\u0000融资担保\u001b降费政策。\r\n第二行。',
    });
    expect(name).not.toMatch(/[\p{Cc}\u200b\ufeff]/u);
    expect(about.replace(/\n/g, '')).not.toMatch(/\p{Cc}/u);
    expect(about).toContain('\n第二行。');
  });

  test('that looks like an operator or a path stays text', async () => {
    const typed = {
      name: '$where: sleep(1)',
      venue: '__proto__',
      district: 'a.b.$[]',
      hosts: ['constructor'],
    };
    const { id } = await log('organiser', typed);
    expect(await keptAs('activities', id)).toMatchObject(typed);
  });
});
