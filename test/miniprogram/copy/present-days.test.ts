import { presentDays } from '../../../miniprogram/copy/present-days';
import { octoberDay } from '../../shared/example-records';

const days = [
  { day: octoberDay('09'), count: 0 },
  { day: octoberDay('10'), count: 12 },
];

test('each day shows its weekday, its date and how much is on', () => {
  expect(presentDays(days, null)).toEqual([
    { day: '2018-10-09', weekday: '周二', label: '9日', count: '0 场' },
    { day: '2018-10-10', weekday: '周三', label: '10日', count: '12 场' },
  ]);
});

test('with a total, the whole week comes first', () => {
  const [week, ...rest] = presentDays(days, 0);

  expect(week).toEqual({ day: null, weekday: '全周', label: '全部', count: '0 场' });
  expect(rest).toEqual(presentDays(days, null));
});

test('a week without days is an empty strip', () => {
  expect(presentDays([], null)).toEqual([]);
});
