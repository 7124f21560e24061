import { daysOf, keptEdition, nearestDayOf } from '#shared/week/edition';
import { edition2018 } from '../example-records';

test('the edition of 2018 has seven days, 9 to 15 October', () => {
  expect(daysOf(edition2018)).toEqual([
    '2018-10-09',
    '2018-10-10',
    '2018-10-11',
    '2018-10-12',
    '2018-10-13',
    '2018-10-14',
    '2018-10-15',
  ]);
});

test.each([
  ['2018-01-01', '2018-10-09'],
  ['2018-10-08', '2018-10-09'],
  ['2018-10-12', '2018-10-12'],
  ['2018-10-16', '2018-10-15'],
  ['2019-10-12', '2018-10-15'],
])('the day of the week nearest to %s is %s', (to, nearest) => {
  expect(nearestDayOf(edition2018, to)).toBe(nearest);
});

test('an edition is data: another year is another row', () => {
  const next = { ...edition2018, id: '2019', firstDay: '2019-06-13', lastDay: '2019-06-19', cutOff: '17:00' };
  expect(keptEdition.parse(next)).toEqual(next);
});

test.each([
  ['id', '18'],
  ['firstDay', '2018-10-32'],
  ['cutOff', '4pm'],
  ['opensAt', 0.5],
  ['bulletinMailbox', 'nobody'],
])('an edition whose %s is %j is none', (field, value) => {
  expect(keptEdition.safeParse({ ...edition2018, [field]: value }).success).toBe(false);
});
