import { toBulletinEntry, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import {
  correctionId,
  correctionsOwed,
  differencesBetween,
  tellCorrections,
  type Correction,
} from '#shared/bulletin/correction';
import { saysNow } from '#shared/bulletin/event-lines';
import { isFrozen } from '#shared/bulletin/report-for-bulletin';
import type { Activity } from '#shared/record/activity';
import { activityWith, edition2018 as edition, october } from '../example-records';

const reported = activityWith();
const counted = (count: number) => activityWith({ headcount: { count, method: '签到表' } });

/** What a bulletin has of an activity; `2018-10-10` unless said otherwise. */
function entryOf(activity: Activity = reported, day = '2018-10-10'): BulletinEntry {
  return toBulletinEntry(activity, day, october('10 10:00'));
}

/** A unit that changes its activity at a time, with what it corrected before. */
function owed(
  activity: Activity,
  at: string,
  before: { entries?: BulletinEntry[]; corrections?: Correction[]; leaveUntil?: string } = {},
) {
  const leaves =
    before.leaveUntil === undefined ? [] : [{ day: '2018-10-10', until: october(before.leaveUntil) }];
  const entries = before.entries ?? [entryOf()];
  const now = october(at);
  const inBulletins = entries.map(({ day, receivedAt }) => ({ day, receivedAt }));
  const closed = entries
    .filter((entry) => !entry.withdrawn && isFrozen(entry, edition, leaves, now))
    .map((entry) => ({ entry, now: saysNow([{ ...activity, inBulletins }], entry) }));
  const isCancelled = activity.state === 'cancelled';
  return correctionsOwed({ edition, closed, corrections: before.corrections ?? [], isCancelled, now });
}

/** The same with its reason, as it is kept. */
function corrected(...[activity, at, before]: Parameters<typeof owed>): Correction[] {
  return owed(activity, at, before).map((each, index) => ({
    ...each,
    id: correctionId(each.entryId, { id: activity.id, revision: each.at + index }),
    reason: `原因${at}`,
  }));
}

describe('a change of what a bulletin printed', () => {
  test('is no correction one millisecond before the cut-off, and is one from the cut-off on', () => {
    expect(owed(counted(90), '10 15:59:59.999')).toEqual([]);
    expect(owed(counted(90), '10 16:00')).toMatchObject([
      {
        entryId: '2018-10-10-a1',
        day: '2018-10-10',
        listedOn: '2018-10-11',
        at: october('10 16:00'),
        unitName: '广州示范基地',
        saidOn: '2018-10-10',
        said: { headcount: 86 },
        now: { headcount: 90 },
      },
    ]);
  });

  test('under an exception is one only when that has ended', () => {
    expect(owed(counted(90), '10 17:59:59.999', { leaveUntil: '10 18:00' })).toEqual([]);
    expect(owed(counted(90), '10 18:00', { leaveUntil: '10 18:00' })).toHaveLength(1);
  });

  test.each<[string, Partial<Activity>]>([
    ['the name', { name: '改名后的政策解读会' }],
    ['the hosts', { hosts: ['另一家主办单位'] }],
    ['the headcount', { headcount: { count: 90, method: '签到表' } }],
    ['the headcount taken away', { headcount: null }],
    ['what it was about', { about: '改过的主要内容，说明白一些。' }],
    ['the city', { city: '深圳' }],
    ['the venue', { venue: '二楼报告厅' }],
    ['the day', { firstDay: '2018-10-12', lastDay: '2018-10-12' }],
  ])('is one for %s', (_what, changed) => {
    expect(owed(activityWith(changed), '10 17:00')).toHaveLength(1);
  });

  test.each<[string, Partial<Activity>]>([
    ['how the headcount was obtained', { headcount: { count: 86, method: '主办方估计' } }],
    ['the contact', { contact: '服务大厅窗口' }],
    ['the time of day', { startTime: '10:00' }],
    ['nothing', {}],
  ])('is none for %s, which it does not print', (_what, changed) => {
    expect(owed(activityWith(changed), '10 17:00')).toEqual([]);
  });

  test('is none for a headcount that was empty: it completes what was said', () => {
    const uncounted = { entries: [entryOf(activityWith({ headcount: null }))] };
    expect(owed(counted(90), '10 17:00', uncounted)).toEqual([]);
  });

  test('is none when the unit took the entry back in time', () => {
    expect(owed(counted(90), '10 17:00', { entries: [{ ...entryOf(), withdrawn: true }] })).toEqual([]);
  });

  test('of an activity of several days corrects each bulletin that is closed, and none that is open', () => {
    const entries = ['2018-10-09', '2018-10-10', '2018-10-12'].map((day) => entryOf(reported, day));
    expect(owed(counted(90), '10 17:00', { entries }).map(({ day }) => day)).toEqual([
      '2018-10-09',
      '2018-10-10',
    ]);
  });

  test('is one when the activity is withdrawn, and nothing more can be corrected then', () => {
    const withdrawn = activityWith({ state: 'withdrawn' });
    expect(owed(withdrawn, '10 15:59:59.999')).toEqual([]);
    expect(owed(withdrawn, '10 16:00')).toMatchObject([{ said: { headcount: 86 }, now: null }]);
    expect(owed(withdrawn, '10 18:00', { corrections: corrected(withdrawn, '10 17:00') })).toEqual([]);
    expect(tellCorrections(corrected(withdrawn, '10 17:00'), [entryOf()])).toMatchObject([
      { differences: [{ field: '活动', said: '已刊登', now: '已撤回' }], reasons: ['原因10 17:00'] },
    ]);
  });

  test('after the last cut-off is kept, and no bulletin is left to tell it', () => {
    expect(owed(counted(90), '15 16:00')).toMatchObject([{ listedOn: null }]);
    expect(owed(counted(90), '15 15:59:59.999')).toMatchObject([{ listedOn: '2018-10-15' }]);
  });
});

describe('a second change', () => {
  test('that leaves what was corrected as it is needs no other correction', () => {
    const corrections = corrected(counted(90), '10 17:00');
    expect(
      owed(activityWith({ headcount: { count: 90, method: '签到表' }, contact: '窗口' }), '10 18:00', {
        corrections,
      }),
    ).toEqual([]);
  });

  test('inside the same window still corrects what the entry said', () => {
    const corrections = corrected(counted(90), '10 17:00');
    expect(owed(counted(95), '10 18:00', { corrections })).toMatchObject([
      { saidOn: '2018-10-10', said: { headcount: 86 }, now: { headcount: 95 } },
    ]);
  });

  test('a window later corrects what the correction said', () => {
    const corrections = corrected(counted(90), '10 17:00');
    expect(owed(counted(95), '11 17:00', { corrections })).toMatchObject([
      { saidOn: '2018-10-11', said: { headcount: 90 }, now: { headcount: 95 }, listedOn: '2018-10-12' },
    ]);
  });

  test('after two corrections corrects what the later one said, and is none where that is right', () => {
    const first = corrected(counted(90), '10 17:00');
    const second = corrected(counted(95), '11 17:00', { corrections: first });
    const corrections = [...first, ...second];
    expect(owed(counted(90), '12 17:00', { corrections })).toMatchObject([
      { day: '2018-10-10', saidOn: '2018-10-12', said: { headcount: 95 }, now: { headcount: 90 } },
    ]);
    expect(owed(counted(95), '12 17:00', { corrections })).toEqual([]);
  });

  test('back to what was printed is a correction too', () => {
    const corrections = corrected(counted(90), '10 17:00');
    expect(owed(counted(86), '11 17:00', { corrections })).toMatchObject([
      { said: { headcount: 90 }, now: { headcount: 86 } },
    ]);
  });
});

describe('what the next bulletin tells', () => {
  test('is the difference, the unit and the reason', () => {
    expect(tellCorrections(corrected(counted(90), '10 17:00'), [entryOf()])).toEqual([
      {
        entryId: '2018-10-10-a1',
        saidOn: '2018-10-10',
        unitName: '广州示范基地',
        unitCity: '广州',
        name: '小微企业融资政策解读会',
        differences: [{ field: '参加人数', said: '86人', now: '90人' }],
        reasons: ['原因10 17:00'],
      },
    ]);
  });

  test('is one for several changes of an entry, from the first word to the last', () => {
    const first = corrected(counted(90), '10 17:00');
    const second = corrected(counted(95), '10 18:00', { corrections: first });
    const told = tellCorrections([...second, ...first], [entryOf()]);
    expect(told).toMatchObject([
      {
        differences: [{ field: '参加人数', said: '86人', now: '95人' }],
        reasons: ['原因10 17:00', '原因10 18:00'],
      },
    ]);
  });

  test('names the bulletin that said it last, and goes from what that one said', () => {
    const first = corrected(counted(90), '10 17:00');
    const second = corrected(counted(95), '11 17:00', { corrections: first });
    expect(tellCorrections(second, [entryOf()])).toMatchObject([
      { saidOn: '2018-10-11', differences: [{ field: '参加人数', said: '90人', now: '95人' }] },
    ]);
  });

  test('is nothing of what was changed back', () => {
    const first = corrected(counted(90), '10 17:00');
    const back = corrected(counted(86), '10 18:00', { corrections: first });
    expect(back).toHaveLength(1);
    expect(tellCorrections([...first, ...back], [entryOf()])).toEqual([]);
  });

  test('is nothing of what its own bulletin took in after all, under an exception', () => {
    const told = tellCorrections(corrected(counted(90), '10 16:10'), [entryOf(counted(90))]);
    expect(told).toEqual([]);
  });

  test('is in order of the bulletins that are corrected, whatever order they came in', () => {
    const entries = ['2018-10-10', '2018-10-09'].map((day) => entryOf(reported, day));
    const told = tellCorrections(corrected(counted(90), '10 17:00', { entries }), entries);
    expect(told.map(({ saidOn }) => saidOn)).toEqual(['2018-10-09', '2018-10-10']);
  });
});

test('differences read as people say them', () => {
  const before = toBulletinEntry(activityWith({ venue: '', hosts: ['甲单位', '乙单位'] }), '2018-10-10', 0);
  const after = toBulletinEntry(
    activityWith({ lastDay: '2018-10-12', hosts: ['甲单位'], headcount: null }),
    '2018-10-10',
    0,
  );
  expect(differencesBetween(before, after)).toEqual([
    { field: '主办单位', said: '甲单位、乙单位', now: '甲单位' },
    { field: '时间', said: '10月10日', now: '10月10日至10月12日' },
    { field: '地点', said: '广州市', now: '广州市一楼报告厅' },
    { field: '参加人数', said: '86人', now: '未填' },
  ]);
});
