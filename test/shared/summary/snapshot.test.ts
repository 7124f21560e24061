import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { Activity } from '#shared/record/activity';
import type { RecordState } from '#shared/record/record';
import {
  emptyPart,
  extendChecksum,
  takeActivity,
  takePolicy,
  type CountedActivity,
  type SummaryPart,
} from '#shared/summary/snapshot';
import type { SummaryScope } from '#shared/summary/summary-scope';
import { toTables } from '#shared/summary/summary-tables';
import { activityWith, edition2018, policyWith, together } from '../example-records';

const accepted = { state: 'accepted' } as const;
const province: SummaryScope = { kind: 'province' };
const guangzhou: SummaryScope = { kind: 'city', city: '广州' };

function counted(changed: Parameters<typeof activityWith>[0]): CountedActivity {
  const taken = takeActivity(activityWith({ ...accepted, ...changed }), edition2018, province);
  if (taken.counted === null) throw new Error(`Left out: ${taken.leftOut.reason}`);
  return taken.counted;
}

describe('an activity', () => {
  test('is taken in the revision it is in, with all who held it and everything the figures need', () => {
    const joint = { hosts: ['促进会', '服务联盟'], coHosts: ['示范基地'], revision: 7 };
    expect(counted(joint)).toMatchObject({
      id: 'a1',
      revision: 7,
      hosts: '促进会、服务联盟、示范基地',
      headcount: { count: 86, method: '签到表' },
      table: 'service',
      type: '政策解读',
      unitCity: '广州',
      day: '2018-10-10',
      mode: 'offline',
      joint: null,
    });
  });

  test.each<[RecordState, string]>([
    ['announced', 'not-reported'],
    ['reported', 'waiting'],
    ['returned', 'returned'],
    ['withdrawn', 'withdrawn'],
  ])('that is %s is left out: %s', (state, reason) => {
    const { leftOut } = takeActivity(activityWith({ state }), edition2018, province);
    expect(leftOut).toMatchObject({ what: 'activity', id: 'a1', revision: 1, reason, isShared: false });
  });

  test('of several days counts on its first day in the week', () => {
    expect(counted({ firstDay: '2018-10-01', lastDay: '2018-10-20' }).day).toBe('2018-10-09');
    expect(counted({ firstDay: '2018-10-12', lastDay: '2018-10-20' }).day).toBe('2018-10-12');
  });

  test.each([
    ['2018-10-01', '2018-10-08'],
    ['2018-10-16', '2018-10-16'],
  ])('from %s to %s has no day in the week and is left out', (firstDay, lastDay) => {
    const outside = activityWith({ ...accepted, firstDay, lastDay });
    expect(takeActivity(outside, edition2018, province).leftOut?.reason).toBe('outside');
  });

  test('by invitation, which the public does not see, is in the summary', () => {
    expect(counted({ isOpen: false }).id).toBe('a1');
  });
});

describe('a joint event of two records', () => {
  const unit: SummaryScope = { kind: 'unit', unitId: 'unit-1' };
  const own = activityWith({ ...accepted, id: 'a', hosts: ['广州示范基地'] });
  const shenzhen = activityWith({
    ...accepted,
    id: 'b',
    unitId: 'unit-9',
    unitName: '深圳基地',
    unitCity: '深圳',
    hosts: ['深圳基地'],
    headcount: { count: 300, method: '签到表' },
  });
  const neighbour = activityWith({ ...accepted, id: 'b', unitId: 'unit-2', unitName: '海珠基地' });
  const inShenzhen = { id: 'b', name: own.name, unitId: 'unit-9', unitName: '深圳基地', unitCity: '深圳' };
  const merged = (leading: Activity, other: Activity): Activity =>
    together([leading, other]).find(({ id }) => id === 'a') ?? other;
  const take = (activity: Activity, scope: SummaryScope) => takeActivity(activity, edition2018, scope);

  test('of another city still counts for its own city, with its own headcount and all hosts, and says with whom', () => {
    expect(take(merged(shenzhen, own), guangzhou).counted).toMatchObject({
      joint: inShenzhen,
      hosts: '深圳基地、广州示范基地',
      headcount: { count: 86 },
    });
  });

  test('of another city counts once for the province, as shared', () => {
    expect(take(merged(shenzhen, own), province).leftOut).toMatchObject({
      reason: 'merged',
      into: inShenzhen,
      isShared: true,
      headcount: { count: 86 },
    });
  });

  test('of the same city counts once for the city and shares nothing', () => {
    for (const scope of [guangzhou, province]) {
      expect(take(merged(neighbour, own), scope).leftOut).toMatchObject({
        reason: 'merged',
        isShared: false,
      });
    }
  });

  test('of another unit still counts for its own unit', () => {
    expect(take(merged(neighbour, own), unit).counted?.id).toBe('a');
  });

  test('says that it waits, rather than where it was merged, until it is accepted', () => {
    const waiting = activityWith({ id: 'a' });
    expect(take(merged(neighbour, waiting), province).leftOut).toMatchObject({
      reason: 'waiting',
      into: null,
    });
  });

  test.each(['returned', 'withdrawn'] as const)(
    'whose leading record is %s counts by the other one, for the province and its city',
    (state) => {
      const led = activityWith({ ...shenzhen, state });
      const [leading = led, other = own] = together([led, own]);
      expect(take(leading, province).leftOut).toMatchObject({ reason: state, isShared: false });
      for (const scope of [province, guangzhou])
        expect(take(other, scope).counted).toMatchObject({ id: 'a', headcount: { count: 86 } });
    },
  );
});

test.each([
  ['', '', ''],
  ['粤府〔2018〕1号', '', '粤府〔2018〕1号'],
  ['', '已废止', '已废止'],
  ['粤府〔2018〕1号', '已废止', '粤府〔2018〕1号；已废止'],
])('the number %j and remark %j of a policy make the remark %j', (documentNumber, remark, printed) => {
  const { counted: row } = takePolicy(policyWith({ documentNumber, remark }), province);
  expect(row?.remark).toBe(printed);
});

test('a policy that is not accepted is left out', () => {
  expect(takePolicy(policyWith({ state: 'reported' }), province).leftOut).toMatchObject({
    what: 'policy',
    reason: 'waiting',
  });
});

describe('the tables', () => {
  const activities = [
    counted({ id: 'b', startTime: '14:00' }),
    counted({ id: 'a', startTime: '09:00' }),
    counted({ id: 'd', startTime: null, headcount: null }),
    counted({ id: 'c', table: 'exhibition', type: '创新创业大赛' }),
    counted({ id: 'e', table: 'exhibition', type: '项目路演', firstDay: '2018-10-09' }),
    counted({ id: 'f', table: 'exhibition', type: '项目路演', firstDay: '2018-10-09' }),
  ];
  const dates = [
    ['p3', '2018-10-09'],
    ['p1', '2018'],
    ['p2', '2018-10'],
    ['p0', '2017-12-31'],
  ] as const;
  const policies = dates.flatMap(
    ([id, issuedOn]) => takePolicy(policyWith({ id, issuedOn }), province).counted ?? [],
  );
  const tables = toTables({ activities, policies });
  const idsOf = (rows: readonly { id: string }[]) => rows.map(({ id }) => id);

  test('have services and exhibitions by day, time and id', () => {
    expect(idsOf(tables.services)).toEqual(['d', 'a', 'b']);
    expect(idsOf(tables.exhibitions)).toEqual(['e', 'f', 'c']);
  });

  test('have policies by date, the less exactly known first', () => {
    expect(idsOf(tables.policies)).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  test('are the same in whatever order the records come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(activities, { minLength: activities.length }), (shuffled) => {
        expect(toTables({ activities: shuffled, policies })).toEqual(tables);
      }),
    );
  });
});

describe('the checksum', () => {
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  const rows = ['a', 'b', 'c', 'd', 'e'].map((id) => counted({ id }));
  const out = takeActivity(activityWith({ id: 'bb' }), edition2018, province).leftOut;
  if (out === null) throw new Error('A record that waits is left out');
  const all: SummaryPart = { ...emptyPart(), activities: rows, leftOut: [out] };
  const whole = extendChecksum('', all, digest);

  test('is the same however many rows a part holds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), (cut) => {
        const inFirst = (id: string) => id < (['a', 'b', 'c', 'd', 'e', 'f'][cut] ?? '');
        const pick = (isFirst: boolean): SummaryPart => ({
          ...emptyPart(),
          activities: rows.filter(({ id }) => inFirst(id) === isFirst),
          leftOut: [out].filter(({ id }) => inFirst(id) === isFirst),
        });
        expect(extendChecksum(extendChecksum('', pick(true), digest), pick(false), digest)).toBe(whole);
      }),
    );
  });

  test('is another when anything in a row is another', () => {
    const [first, ...rest] = rows;
    if (first === undefined) throw new Error('There are rows');
    for (const changed of [
      { ...first, revision: 2 },
      { ...first, name: `${first.name}。` },
      { ...first, headcount: null },
    ]) {
      expect(extendChecksum('', { ...all, activities: [changed, ...rest] }, digest)).not.toBe(whole);
    }
    expect(extendChecksum('', { ...all, leftOut: [] }, digest)).not.toBe(whole);
  });
});
