import { describeChangedDates, describeExtension } from '#shared/week/changed-dates';
import { edition2018, october, octoberDay } from '../example-records';

test('a date that moved is told with what was and what is', () => {
  const after = {
    ...edition2018,
    opensAt: october('08 09:00'),
    cutOff: '15:30',
    cityDeadline: octoberDay('16'),
  };
  expect(describeChangedDates(edition2018, after)).toBe(
    '开始收报由10月1日 00:00改为10月8日 09:00；每日截止由16:00改为15:30；地市报省截止由10月15日改为10月16日',
  );
});

test('what moves no date is nothing to tell', () => {
  expect(describeChangedDates(edition2018, { ...edition2018, ...{ title: '改过的标题' } })).toBe('');
});

test('a city is told its later day, and why', () => {
  expect(describeExtension('2018-10-15', '2018-10-17', '台风停工')).toBe(
    '地市报省截止由10月15日改为10月17日（台风停工）',
  );
});
