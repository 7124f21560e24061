import { headcountWithin, isToldUnder, mostTogether, standsForItself } from '#shared/double/joint-event';
import type { Activity, Headcount, HeadcountChoice, JointEvent } from '#shared/record/activity';
import { activityWith, together, withJoint } from '../example-records';

const counted = (count: number): Headcount => ({ count, method: '签到表' });

const a = activityWith({ id: 'a', hosts: ['甲单位'], coHosts: ['丙单位'], headcount: counted(100) });
const b = activityWith({
  id: 'b',
  unitId: 'unit-2',
  unitName: '乙单位',
  unitCity: '深圳',
  hosts: ['乙单位', '甲 单位'],
  coHosts: ['丁单位'],
  headcount: counted(80),
});
const c = activityWith({
  id: 'c',
  unitId: 'unit-3',
  unitName: '戊单位',
  hosts: ['戊单位'],
  coHosts: ['丁单位'],
  headcount: counted(60),
});

function jointOfAll(records: readonly Activity[]): JointEvent {
  const joint = records[0]?.joint ?? null;
  if (joint === null) throw new Error('They are merged');
  return joint;
}

const event = (all: readonly Activity[], chosen: Readonly<Record<string, Headcount>> = {}) =>
  jointOfAll(together(all, chosen));
/** What one states otherwise after the merges, of which the choices were made before. */
const later = (before: readonly Activity[], chosen: Readonly<Record<string, Headcount>>, now: Activity) => {
  const choices = new Map<string, HeadcountChoice>(
    Object.entries(chosen).map(([id, headcount]) => [
      id,
      { chosen: headcount, leadingWas: before[0]?.headcount ?? null },
    ]),
  );
  return jointOfAll(
    withJoint(
      before.map((each) => (each.id === now.id ? now : each)),
      choices,
    ),
  );
};

describe('the hosts of a joint event', () => {
  test('are the leading record’s, then the others’ that are not named yet, as co-hosts, each once', () => {
    expect(event([a, b, c])).toMatchObject({
      hosts: ['甲单位'],
      coHosts: ['丙单位', '乙单位', '丁单位', '戊单位'],
    });
  });

  test('of a record that was withdrawn are left out, also of the leading one', () => {
    expect(event([a, { ...b, state: 'withdrawn' }, c]).coHosts).toEqual(['丙单位', '戊单位', '丁单位']);
    expect(event([{ ...a, state: 'withdrawn' }, b, c])).toMatchObject({
      hosts: ['乙单位', '甲 单位'],
      coHosts: ['丁单位', '戊单位'],
    });
  });

  test('are shown to the public only where it may see their record', () => {
    expect(event([a, { ...b, check: 'waiting' }, c]).publicCoHosts).toEqual(['丙单位', '戊单位', '丁单位']);
  });

  test('stay when one of three is parted, also what it shared with another: 丁单位 is C’s co-host too', () => {
    expect(event([a, c]).coHosts).toEqual(['丙单位', '戊单位', '丁单位']);
  });
});

describe('the headcount of a joint event', () => {
  test('is the leading record’s; where it has none, the first other’s that has one', () => {
    expect(event([a, b]).headcount).toEqual(counted(100));
    expect(event([{ ...a, headcount: null }, { ...b, headcount: null }, c]).headcount).toEqual(counted(60));
  });

  test('is what the latest merge in force chose: A (100) merges B at 150, then C at 200', () => {
    const [forB, forC] = [{ b: counted(150) }, { c: counted(200) }];
    expect(event([a, b, c], { ...forB, ...forC }).headcount).toEqual(counted(200));
    // B is parted, then C: nothing is merged, and A is what it was.
    expect(event([a, c], forC).headcount).toEqual(counted(200));
    expect(a.headcount).toEqual(counted(100));
    // C is parted first.
    expect(event([a, b], forB).headcount).toEqual(counted(150));
  });

  test('is the leading unit’s own again once it states another after the choice', () => {
    const now = { ...a, headcount: counted(130) };
    expect(later([a, b], { b: counted(150) }, now).headcount).toEqual(counted(130));
    expect(later([a, b], { b: counted(150) }, { ...b, headcount: counted(90) }).headcount).toEqual(
      counted(150),
    );
  });

  test('within a city is what the records there give: what the province chose for two cities changes neither', () => {
    const all = [a, b, c].map((each) => ({ ...each, state: 'accepted' as const }));
    const joint = event(all, { c: counted(120), b: counted(150) });
    const inCity = (city: string) => headcountWithin(joint, ({ unitCity }) => unitCity === city);
    expect(inCity('广州')).toEqual(counted(120));
    expect(inCity('深圳')).toEqual(counted(80));
    expect(headcountWithin(event([all[0] ?? a, all[1] ?? b], { b: counted(150) }), () => true)).toEqual(
      counted(150),
    );
  });

  test('that counts is that of an accepted record, not what waits for review', () => {
    const joint = event([a, { ...b, state: 'accepted' }]);
    expect(joint).toMatchObject({ countsId: 'b', headcount: counted(100) });
    expect(headcountWithin(joint, () => true)).toEqual(counted(80));
  });
});

describe('which record', () => {
  test.each<[string, Activity['state'][], string | null, string | null]>([
    ['both reported: the first stands, none counts', ['reported', 'reported'], 'a', null],
    ['the other accepted: it counts, the first stands', ['reported', 'accepted'], 'a', 'b'],
    ['both accepted: the first stands and counts', ['accepted', 'accepted'], 'a', 'a'],
    ['the first returned: the other stands and counts', ['returned', 'accepted'], 'b', 'b'],
    ['the first withdrawn: the other stands and counts', ['withdrawn', 'accepted'], 'b', 'b'],
    ['an announced one that merged a reported one stays announced', ['announced', 'reported'], 'a', null],
    ['all withdrawn: none', ['withdrawn', 'withdrawn'], null, null],
  ])('%s', (_what, [first = 'reported', second = 'reported'], standsId, countsId) => {
    const records = together([
      { ...a, state: first },
      { ...b, state: second },
    ]);
    expect(jointOfAll(records)).toMatchObject({ standsId, countsId });
    expect(records.filter(({ listed }) => listed).map(({ id }) => id)).toEqual(
      standsId === null ? [] : [standsId],
    );
    expect(records.map(({ state }) => state)).toEqual([first, second]);
  });

  test('is told under the leading one, until that is withdrawn', () => {
    const [, merged = b] = together([a, b]);
    expect([isToldUnder(merged), standsForItself(merged)]).toEqual([true, false]);
    const [leading = a, left = b] = together([{ ...a, state: 'withdrawn' }, b]);
    expect([isToldUnder(left), standsForItself(left), standsForItself(leading)]).toEqual([
      false,
      true,
      false,
    ]);
  });
});

test('a group holds a dozen records, with the leading one', () => {
  expect(mostTogether).toBe(12);
});
