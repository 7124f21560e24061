import { comparableActivity, differenceOf } from '#shared/summary/compare-snapshots';
import { takeActivity } from '#shared/summary/snapshot';
import type { Activity } from '#shared/record/activity';
import { activityWith, edition2018 } from '../example-records';

function row(changed: Partial<Activity> = {}) {
  const activity = activityWith({ state: 'accepted', ...changed });
  const { counted } = takeActivity(activity, edition2018, { kind: 'province' });
  if (counted === null) throw new Error('An accepted activity is counted');
  return comparableActivity(counted);
}

test('a record that only the later version has was added, one that only the earlier has was removed', () => {
  expect(differenceOf(undefined, row())).toEqual({
    kind: 'added',
    what: 'activity',
    id: 'a1',
    name: '小微企业融资政策解读会',
    unitName: '广州示范基地',
  });
  expect(differenceOf(row(), undefined)).toMatchObject({ kind: 'removed', id: 'a1' });
});

test('a record whose cells are the same is no difference, though its revision is another', () => {
  expect(differenceOf(row(), row({ revision: 9 }))).toBeNull();
});

test('a record that was changed says which cells, before and after', () => {
  const changed = row({ headcount: { count: 90, method: '主办方估计' }, hosts: ['广州示范基地', '促进会'] });
  expect(differenceOf(row(), changed)).toMatchObject({
    kind: 'changed',
    fields: [
      { field: 'hosts', before: '广州示范基地', after: '广州示范基地、促进会' },
      { field: 'headcount', before: 86, after: 90 },
      { field: 'method', before: '签到表', after: '主办方估计' },
    ],
  });
});
