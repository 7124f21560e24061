import fc from 'fast-check';
import type { RecordState } from '#shared/record/record';
import { compileSummary, totalsOf } from '#shared/summary/compile-summary';
import { activityWith, policyWith } from '../example-records';

const accepted = { state: 'accepted' } as const;

const activities = [
  activityWith({ ...accepted, id: 'b', name: '投资对接会', startTime: '14:00', type: '投资交易' }),
  activityWith({ ...accepted, id: 'a', name: '政策解读会', startTime: '09:00' }),
  activityWith({ ...accepted, id: 'd', name: '历史活动补录', startTime: null, headcount: null }),
  activityWith({ ...accepted, id: 'c', name: '创新创业大赛', table: 'exhibition', type: '创新创业大赛' }),
  activityWith({
    ...accepted,
    id: 'e',
    name: '路演',
    table: 'exhibition',
    type: '项目路演',
    firstDay: '2018-10-09',
  }),
  activityWith({
    ...accepted,
    id: 'f',
    name: '路演',
    table: 'exhibition',
    type: '项目路演',
    firstDay: '2018-10-09',
  }),
];
const policies = [
  policyWith({ id: 'p3', issuedOn: '2018-10-09' }),
  policyWith({ id: 'p1', issuedOn: '2018' }),
  policyWith({ id: 'p2', issuedOn: '2018-10' }),
  policyWith({ id: 'p0', issuedOn: '2017-12-31' }),
];

function idsOf(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

describe('a summary', () => {
  const tables = compileSummary(activities, policies);

  test('has services in 表二 and exhibitions in 表三, each by day, time and id', () => {
    expect(idsOf(tables.services)).toEqual(['d', 'a', 'b']);
    expect(idsOf(tables.exhibitions)).toEqual(['e', 'f', 'c']);
  });

  test('has policies by date, the less exactly known first', () => {
    expect(idsOf(tables.policies)).toEqual(['p0', 'p1', 'p2', 'p3']);
  });

  test('says of each row which record in which revision it was', () => {
    const [row] = compileSummary([activityWith({ ...accepted, id: 'x', revision: 7 })], []).services;
    expect(row).toEqual({
      id: 'x',
      revision: 7,
      name: '小微企业融资政策解读会',
      hosts: '广州示范基地',
      headcount: 86,
      about: '讲解小微企业融资担保降费奖补政策。',
    });
  });

  test('is the same in whatever order the records come', () => {
    const shuffled = <T>(all: readonly T[]) => fc.shuffledSubarray([...all], { minLength: all.length });
    fc.assert(
      fc.property(shuffled(activities), shuffled(policies), (some, others) => {
        expect(JSON.stringify(compileSummary(some, others))).toBe(JSON.stringify(tables));
      }),
    );
  });

  test('leaves the records it was given as they were', () => {
    const given = Object.freeze([...activities]);
    compileSummary(given, Object.freeze([...policies]));
    expect(given).toEqual(activities);
  });

  test.each<RecordState>(['announced', 'reported', 'returned', 'withdrawn'])(
    'has no record that is %s',
    (state) => {
      const policy = state === 'announced' ? [] : [policyWith({ state })];
      expect(compileSummary([activityWith({ state })], policy)).toEqual({
        policies: [],
        services: [],
        exhibitions: [],
      });
    },
  );

  test('has an activity by invitation, which the public does not see', () => {
    expect(compileSummary([activityWith({ ...accepted, isOpen: false })], []).services).toHaveLength(1);
  });
});

test('a joint activity names all who held it, in one row', () => {
  const joint = activityWith({ ...accepted, hosts: ['促进会', '服务联盟'], coHosts: ['示范基地'] });
  expect(compileSummary([joint], []).services).toMatchObject([{ hosts: '促进会、服务联盟、示范基地' }]);
});

test.each([
  ['', '', ''],
  ['粤府〔2018〕1号', '', '粤府〔2018〕1号'],
  ['', '已废止', '已废止'],
  ['粤府〔2018〕1号', '已废止', '粤府〔2018〕1号；已废止'],
])('the number %j and remark %j of a policy make the remark %j', (documentNumber, remark, printed) => {
  expect(compileSummary([], [policyWith({ documentNumber, remark })]).policies).toMatchObject([
    { remark: printed },
  ]);
});

describe('totals', () => {
  test('add up both tables of activities, and say how many have no headcount', () => {
    expect(totalsOf(compileSummary(activities, policies))).toEqual({
      policies: 4,
      services: 3,
      exhibitions: 3,
      headcount: 5 * 86,
      withoutHeadcount: 1,
    });
  });

  test('tell a headcount of nobody from none', () => {
    const nobody = activityWith({ ...accepted, headcount: { count: 0, method: '签到表' } });
    expect(totalsOf(compileSummary([nobody], []))).toMatchObject({ headcount: 0, withoutHeadcount: 0 });
  });

  test('of nothing are nothing', () => {
    expect(totalsOf(compileSummary([], []))).toEqual({
      policies: 0,
      services: 0,
      exhibitions: 0,
      headcount: 0,
      withoutHeadcount: 0,
    });
  });

  test('are those of the accepted rows, whatever they are', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.integer({ min: 0, max: 1_000_000 }))), (counts) => {
        const all = counts.map((count, index) =>
          activityWith({
            ...accepted,
            id: `a${index}`,
            headcount: count === null ? null : { count, method: '签到表' },
          }),
        );
        const { headcount, withoutHeadcount, services } = totalsOf(compileSummary(all, []));
        expect(services).toBe(counts.length);
        expect(headcount).toBe(counts.reduce<number>((sum, count) => sum + (count ?? 0), 0));
        expect(withoutHeadcount).toBe(counts.filter((count) => count === null).length);
      }),
    );
  });
});
