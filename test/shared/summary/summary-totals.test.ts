import fc from 'fast-check';
import type { Activity, Headcount } from '#shared/record/activity';
import { emptyPart, takeActivity, takePolicy, type SummaryPart } from '#shared/summary/snapshot';
import { isWithin, type SummaryScope } from '#shared/summary/summary-scope';
import { addToTotals, emptyTotals } from '#shared/summary/summary-totals';
import { activityWith, edition2018, policyWith, together } from '../example-records';

const province: SummaryScope = { kind: 'province' };

/** Takes records into a scope's snapshot. */
function partOf(scope: SummaryScope, records: readonly Activity[]): SummaryPart {
  const part = emptyPart();
  for (const activity of records.filter((each) => isWithin(scope, each))) {
    const { counted, leftOut } = takeActivity(activity, edition2018, scope);
    if (counted === null) part.leftOut.push(leftOut);
    else part.activities.push(counted);
  }
  return part;
}

function totalsOf(scope: SummaryScope, records: Parameters<typeof partOf>[1]) {
  return addToTotals(emptyTotals(scope, edition2018), partOf(scope, records));
}

const accepted = (changed: Partial<Activity>) => activityWith({ state: 'accepted', ...changed });
const lineOf = (groups: readonly { key: string }[], key: string) => groups.find((each) => each.key === key);

describe('totals', () => {
  const records = [
    accepted({ id: 'a', headcount: { count: 100, method: '主办方估计' }, fields: ['融资', '法律'] }),
    accepted({ id: 'b', headcount: null, unitCity: '深圳', mode: 'online', series: '创客广东' }),
    accepted({ id: 'c', headcount: { count: 0, method: '扫码签到' }, table: 'exhibition', type: '沙龙' }),
    accepted({ id: 'd', firstDay: '2018-10-01', lastDay: '2018-10-12' }),
  ];
  const totals = totalsOf(province, records);

  test('add up the headcount, say how much is estimated, and tell nobody from unknown', () => {
    expect(totals.all).toEqual({ activities: 4, headcount: 186, estimated: 100, withoutHeadcount: 1 });
  });

  test('go by table, type, city, day, series and mode, each activity once', () => {
    expect(lineOf(totals.byTable, 'exhibition')).toMatchObject({ activities: 1, headcount: 0 });
    expect(lineOf(totals.byType, 'service/政策解读')).toMatchObject({ activities: 3 });
    expect(lineOf(totals.byCity, '深圳')).toMatchObject({ activities: 1, services: 1, withoutHeadcount: 1 });
    expect(lineOf(totals.byDay, '2018-10-09')).toMatchObject({ activities: 1, headcount: 86 });
    expect(lineOf(totals.byDay, '2018-10-10')).toMatchObject({ activities: 3 });
    expect(lineOf(totals.bySeries, '创客广东')).toMatchObject({ activities: 1 });
    expect(lineOf(totals.byMode, 'online')).toMatchObject({ activities: 1 });
    for (const groups of [
      totals.byTable,
      totals.byType,
      totals.byCity,
      totals.byDay,
      totals.bySeries,
      totals.byMode,
    ]) {
      expect(groups.reduce((sum, { activities }) => sum + activities, 0)).toBe(4);
      expect(groups.reduce((sum, { headcount }) => sum + headcount, 0)).toBe(186);
    }
  });

  test('go by field, where an activity counts under each it serves and under none named', () => {
    expect(lineOf(totals.byField, '融资')).toMatchObject({ activities: 1, headcount: 100 });
    expect(lineOf(totals.byField, '法律')).toMatchObject({ activities: 1, headcount: 100 });
    expect(lineOf(totals.byField, '未注明')).toMatchObject({ activities: 3 });
  });

  test('have a line for every city and day of the edition in its order, and 省直 last', () => {
    const empty = emptyTotals(province, edition2018);
    expect(empty.byCity.map(({ key }) => key)).toEqual([...edition2018.cities, '省直']);
    expect(empty.byDay).toHaveLength(7);
  });

  test('of a city have its own line and no sum of cities', () => {
    const { byCity, sum } = totalsOf({ kind: 'city', city: '广州' }, [accepted({})]);
    expect(byCity).toMatchObject([{ key: '广州', activities: 1 }]);
    expect(sum).toBeNull();
  });

  test('count units by how their week stands', () => {
    const unit = { id: 'u', name: '单位', city: '广州' };
    const statuses = ['has-content', 'nil', 'not-reported', 'not-reported'] as const;
    const units = statuses.map((status) => ({ ...unit, status }));
    const { units: counts } = addToTotals(emptyTotals(province, edition2018), { ...emptyPart(), units });
    expect(counts).toEqual({ 'has-content': 1, nil: 1, 'not-reported': 2 });
  });
});

describe('the province', () => {
  const inShenzhen = accepted({
    id: 'b',
    unitCity: '深圳',
    unitId: 'unit-9',
    headcount: { count: 300, method: '签到表' },
  });
  const merged = accepted({ id: 'a', headcount: { count: 80, method: '主办方估计' } });
  const alone = accepted({ id: 'c', unitCity: '省直' });

  test('is the sum of its cities and 省直, less what two of them share', () => {
    const totals = totalsOf(province, [...together([inShenzhen, merged]), alone]);
    expect(totals.sum).toEqual({
      bySum: { activities: 3, headcount: 466, policies: 0 },
      shared: { activities: 1, headcount: 80, policies: 0 },
      result: { activities: 2, headcount: 386, policies: 0 },
    });
    expect(totals.all).toMatchObject({ activities: 2, headcount: 386, estimated: 0 });
    expect(lineOf(totals.byCity, '广州')).toMatchObject({ activities: 1, headcount: 80, estimated: 80 });
  });

  test('counts an event of three cities once, which is two too many in the sum of its cities', () => {
    const zhuhai = accepted({ id: 'd', unitCity: '珠海', headcount: { count: 50, method: '签到表' } });
    const chosen = { a: { count: 320, method: '签到表' as const } };
    const totals = totalsOf(province, together([inShenzhen, merged, zhuhai], chosen));
    expect(totals.sum).toMatchObject({
      bySum: { activities: 3, headcount: 430 },
      shared: { activities: 2, headcount: 110 },
      result: { activities: 1, headcount: 320 },
    });
  });

  test('is never anything but that, whatever is merged with whatever', () => {
    const cities = ['广州', '深圳', '珠海', '省直'];
    const one = fc.record({
      city: fc.constantFrom(...cities),
      unit: fc.constantFrom('u1', 'u2'),
      count: fc.option(fc.integer({ min: 0, max: 1000 })),
      chosen: fc.option(fc.integer({ min: 0, max: 1000 })),
      group: fc.integer({ min: 0, max: 5 }),
      state: fc.constantFrom('accepted', 'accepted', 'reported', 'returned', 'withdrawn'),
    });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 30 }), (all) => {
        const groups = new Map<number, Activity[]>();
        const chosen: Record<string, Headcount> = {};
        for (const [index, { city, unit, count, group, state, ...rest }] of all.entries()) {
          const id = `a${index}`;
          const headcount = count === null ? null : { count, method: '签到表' as const };
          const activity = activityWith({ id, unitId: `${unit}-${city}`, unitCity: city, state, headcount });
          groups.set(group, [...(groups.get(group) ?? []), activity]);
          if (rest.chosen !== null) chosen[id] = { count: rest.chosen, method: '签到表' };
        }
        const records = [...groups.values()].flatMap((group) => together(group, chosen));
        const totals = totalsOf(province, records);
        const ofCities = cities.map((city) =>
          totalsOf(city === '省直' ? { kind: 'provincial' } : { kind: 'city', city }, records),
        );
        for (const [index, city] of cities.entries()) {
          const { activities, headcount, estimated, withoutHeadcount } = ofCities[index]?.all ?? totals.all;
          const figures = { activities, headcount, estimated, withoutHeadcount };
          expect(lineOf(totals.byCity, city)).toMatchObject(figures);
        }
        const sumOf = (figure: 'activities' | 'headcount') =>
          ofCities.reduce((sum, each) => sum + each.all[figure], 0);
        expect(totals.sum?.bySum).toMatchObject({
          activities: sumOf('activities'),
          headcount: sumOf('headcount'),
        });
        expect(totals.sum?.result).toMatchObject({
          activities: totals.all.activities,
          headcount: totals.all.headcount,
        });
        const withAccepted = [...groups.values()].filter((group) =>
          group.some(({ state }) => state === 'accepted'),
        );
        expect(totals.all.activities).toBe(withAccepted.length);
      }),
    );
  });

  test('has its policies by city too', () => {
    const { counted } = takePolicy(policyWith({ unitCity: '东莞' }), province);
    if (counted === null) throw new Error('An accepted policy is counted');
    const totals = addToTotals(emptyTotals(province, edition2018), { ...emptyPart(), policies: [counted] });
    expect(totals.policies).toBe(1);
    expect(lineOf(totals.byCity, '东莞')).toMatchObject({ policies: 1, activities: 0 });
    expect(totals.sum?.result.policies).toBe(1);
  });
});
