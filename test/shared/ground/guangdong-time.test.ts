import {
  addDays,
  day,
  dayOf,
  describeDay,
  eachDay,
  instantOf,
  timeOf,
  timeOfDay,
  timeWithSecondsOf,
  weekdayOf,
} from '#shared/ground/guangdong-time';

describe('a day in Guangdong', () => {
  test('begins at midnight there, to the millisecond', () => {
    const midnight = Date.UTC(2018, 9, 9, 16);
    expect(dayOf(midnight - 1)).toBe('2018-10-09');
    expect(dayOf(midnight)).toBe('2018-10-10');
    expect(instantOf('2018-10-10', '00:00')).toBe(midnight);
  });

  test('has no daylight saving, winter or summer', () => {
    for (const each of ['2018-01-15', '2018-03-11', '2018-07-15', '2018-11-04']) {
      expect(instantOf(addDays(each, 1), '00:00') - instantOf(each, '00:00')).toBe(86_400_000);
    }
  });

  test.each(['2018-10-09', '2020-02-29', '2000-02-29', '2018-12-31', '2019-01-01'])('%s exists', (text) => {
    expect(day.safeParse(text).success).toBe(true);
  });

  test.each([
    '2018-02-29',
    '2018-02-30',
    '1900-02-29',
    '2018-04-31',
    '2018-13-01',
    '2018-00-10',
    '2018-10-00',
    '2018-10-32',
    '2018-1-1',
    '20181010',
    '2018/10/10',
    ' 2018-10-10',
    '2018-10-10\n',
    '2018-10-10T00:00',
    '２０１８-10-10',
    '',
  ])('%j does not', (text) => {
    expect(day.safeParse(text).success).toBe(false);
  });
});

test.each(['00:00', '09:05', '16:00', '23:59'])('%s is a time of day', (text) => {
  expect(timeOfDay.safeParse(text).success).toBe(true);
});
test.each(['24:00', '9:00', '16:60', '16:00:00', '16：00', ' 16:00', '16:00\n', ''])('%j is none', (text) => {
  expect(timeOfDay.safeParse(text).success).toBe(false);
});

test('an instant is written as the clock in Guangdong shows it, never rounded up', () => {
  const lastMillisecond = Date.UTC(2018, 9, 10, 7, 59, 59, 999);
  expect(timeOf(lastMillisecond)).toBe('15:59');
  expect(timeWithSecondsOf(lastMillisecond)).toBe('15:59:59');
  expect(timeOf(lastMillisecond + 1)).toBe('16:00');
  expect(timeWithSecondsOf(lastMillisecond + 1)).toBe('16:00:00');
});

describe('counting days', () => {
  test.each([
    ['over the end of a month', '2018-10-31', 1, '2018-11-01'],
    ['over the end of a year', '2018-12-31', 1, '2019-01-01'],
    ['back over the end of a year', '2019-01-01', -1, '2018-12-31'],
    ['into a leap day', '2020-02-28', 1, '2020-02-29'],
    ['past where there is none', '2018-02-28', 1, '2018-03-01'],
    ['by none', '2018-10-09', 0, '2018-10-09'],
  ])('goes %s', (_sentence, from, count, to) => {
    expect(addDays(from, count)).toBe(to);
  });

  test('names every day from the first to the last', () => {
    expect(eachDay('2018-12-30', '2019-01-02')).toEqual([
      '2018-12-30',
      '2018-12-31',
      '2019-01-01',
      '2019-01-02',
    ]);
    expect(eachDay('2018-10-09', '2018-10-09')).toEqual(['2018-10-09']);
    expect(eachDay('2018-10-10', '2018-10-09')).toEqual([]);
  });
});

test('a day is written as people write it', () => {
  expect(describeDay('2018-10-09')).toBe('10月9日');
  expect(describeDay('2019-01-01')).toBe('1月1日');
  expect(eachDay('2018-10-07', '2018-10-13').map(weekdayOf)).toEqual([
    '周日',
    '周一',
    '周二',
    '周三',
    '周四',
    '周五',
    '周六',
  ]);
});
