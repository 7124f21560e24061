import type { Activity } from '#shared/record/activity';
import { checkActivity, checkPolicy, findSilent, isFarFrom, owesAWeek } from '#shared/summary/pre-check';
import { activityWith, policyWith, together } from '../example-records';

const accepted = (changed: Partial<Activity> = {}) => activityWith({ state: 'accepted', ...changed });
const kindsOf = (findings: readonly { kind: string; field: string }[]) =>
  findings.map(({ kind, field }) => (field === '' ? kind : `${kind} ${field}`));

test('an activity that is accepted and whole is not found fault with', () => {
  expect(checkActivity(accepted(), null)).toEqual([]);
});

test.each<[string, Partial<Activity>, string[]]>([
  ['no headcount', { headcount: null }, ['empty-cell headcount']],
  ['no host', { hosts: [] }, ['empty-cell hosts']],
  ['a blank content', { about: ' ' }, ['empty-cell about']],
])('an accepted activity with %s would have an empty cell', (_what, changed, kinds) => {
  expect(kindsOf(checkActivity(accepted(changed), null))).toEqual(kinds);
});

test.each<[Partial<Activity>, string[]]>([
  [{ state: 'announced', headcount: null }, ['not-reported headcount']],
  [{ state: 'reported' }, ['waiting']],
  [{ state: 'returned' }, ['returned']],
  [{ state: 'withdrawn' }, []],
  [{ state: 'accepted', changedAfterAcceptance: { count: 3, unseen: 0 } }, []],
  [{ state: 'accepted', changedAfterAcceptance: { count: 3, unseen: 2 } }, ['changed']],
])('an activity that is %j is found to be %j', (changed, kinds) => {
  expect(kindsOf(checkActivity(activityWith(changed), null))).toEqual(kinds);
});

test('a record of a joint event is not found fault with where its own city counts another; elsewhere it is', () => {
  const leading = accepted({ id: 'a' });
  const other = activityWith({ id: 'b', unitId: 'unit-2', state: 'reported' });
  const kindsIn = (unitCity: string) =>
    kindsOf(together([leading, { ...other, unitCity }]).flatMap((each) => checkActivity(each, null)));
  expect(kindsIn('广州')).toEqual([]);
  expect(kindsIn('深圳')).toEqual(['waiting']);
});

test('each finding names the record, what it is about and how to mend it', () => {
  expect(checkActivity(activityWith({ revision: 3 }), null)).toEqual([
    {
      kind: 'waiting',
      what: 'activity',
      id: 'a1',
      revision: 3,
      name: '小微企业融资政策解读会',
      unitId: 'unit-1',
      unitName: '广州示范基地',
      unitCity: '广州',
      field: '',
      count: null,
      against: null,
      other: null,
      mend: 'review',
    },
  ]);
});

test.each([
  [100, 'offline', '2018-10-10', 100, []],
  [101, 'offline', '2018-10-10', 100, ['over-capacity headcount']],
  [200, 'offline', '2018-10-11', 100, []],
  [201, 'offline', '2018-10-11', 100, ['over-capacity headcount']],
  [5000, 'both', '2018-10-10', 100, []],
  [5000, 'offline', '2018-10-10', null, []],
] as const)('%i persons, %s, until %s, in a venue for %s', (count, mode, lastDay, capacity, kinds) => {
  const activity = accepted({ headcount: { count, method: '签到表' }, mode, lastDay, capacity });
  expect(kindsOf(checkActivity(activity, null))).toEqual(kinds);
});

test.each([
  [300, 100, true],
  [299, 100, false],
  [100, 300, true],
  [40, 10, false],
  [60, 10, true],
  [0, 0, false],
  [0, 50, true],
  [0, 49, false],
])('a headcount of %i is far from %i last time: %s', (count, earlier, isFar) => {
  expect(isFarFrom(count, earlier)).toBe(isFar);
});

test('a headcount far from last time names the record it was held against', () => {
  const activity = accepted({ headcount: { count: 900, method: '主办方估计' } });
  expect(checkActivity(activity, { id: 'old', name: '去年的路演', count: 90 })).toMatchObject([
    { kind: 'headcount-far', count: 900, against: 90, other: { id: 'old', name: '去年的路演' } },
  ]);
});

test('likely doubles are named, each with the other', () => {
  expect(checkActivity(accepted(), null, [{ id: 'b', name: '政策解读会' }])).toMatchObject([
    { kind: 'double', other: { id: 'b', name: '政策解读会' }, mend: 'compare' },
  ]);
});

test('a policy whose issuer or day is not known would leave a cell empty or inexact', () => {
  expect(checkPolicy(policyWith())).toEqual([]);
  expect(kindsOf(checkPolicy(policyWith({ issuer: '', issuedOn: '2018-02' })))).toEqual([
    'empty-cell issuer',
    'date-not-exact issuedOn',
  ]);
  expect(kindsOf(checkPolicy(policyWith({ state: 'reported' })))).toEqual(['waiting']);
});

test('a silent unit is to be asked', () => {
  expect(findSilent({ id: 'u1', name: '示范平台', city: '东莞' })).toMatchObject({
    kind: 'silent-unit',
    what: 'unit',
    id: 'u1',
    revision: null,
    unitCity: '东莞',
    mend: 'ask-unit',
  });
});

test('departments are not asked for activities of their own, everyone else is', () => {
  expect(owesAWeek({ kind: '市级主管部门' })).toBe(false);
  expect(owesAWeek({ kind: '省级主管部门' })).toBe(false);
  for (const kind of ['省直单位', '示范平台', '示范基地', '担保机构'] as const) {
    expect(owesAWeek({ kind })).toBe(true);
  }
});
