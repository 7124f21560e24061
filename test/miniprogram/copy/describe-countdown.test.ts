import { describeCountdown } from '../../../miniprogram/copy/describe-countdown';

const secondMs = 1000;
const minuteMs = 60 * secondMs;
const hourMs = 60 * minuteMs;

test.each([
  ['nothing is left', 0, '0 秒'],
  ['the time has passed', -1, '0 秒'],
  ['the time has long passed', -5 * hourMs, '0 秒'],
  ['less than a second is left', 999, '0 秒'],
  ['exactly a second is left', secondMs, '1 秒'],
  ['almost a minute is left', minuteMs - 1, '59 秒'],
  ['exactly a minute is left', minuteMs, '1 分 0 秒'],
  ['almost twenty minutes are left', 1_172_500, '19 分 32 秒'],
  ['almost an hour is left', hourMs - 1, '59 分 59 秒'],
  ['exactly an hour is left', hourMs, '1 小时 0 分'],
  ['more than an hour is left', 2 * hourMs + 5 * minuteMs + 59 * secondMs, '2 小时 5 分'],
  ['more than a day is left', 30 * hourMs, '30 小时 0 分'],
])('when %s, it says so without promising more', (_case, left, text) => {
  expect(describeCountdown(left)).toBe(text);
});
