import { dueAfter, isOverdue, mayAsk } from '#shared/record/check-retry';
import { october } from '../example-records';

const since = october('10 15:00');
const minute = 60_000;

test.each([
  [0, 1],
  [1, 2],
  [2, 4],
  [3, 8],
  [4, 16],
  [5, 32],
  [6, 60],
  [7, 60],
  [30, 60],
])('after %i attempts in vain it is asked about again in %i minutes', (attempts, minutes) => {
  const now = since + 3 * minute;
  expect(dueAfter({ attempts, since, seenAt: since }, now)).toBe(now + minutes * minute);
});

test('WeChat answers about whoever was here within two hours, and not a millisecond longer', () => {
  expect(mayAsk({ seenAt: since }, october('10 16:59:59.999'))).toBe(true);
  expect(mayAsk({ seenAt: since }, october('10 17:00'))).toBe(false);
});

test('it is not asked about where WeChat would say nothing any more, but laid before a person after a day', () => {
  const waiting = { attempts: 0, since, seenAt: since };
  expect(dueAfter(waiting, october('10 16:58:59.999'))).toBe(october('10 16:59:59.999'));
  expect(dueAfter(waiting, october('10 16:59'))).toBe(october('11 15:00'));
  expect(dueAfter({ ...waiting, attempts: 6 }, october('10 15:59:59.999'))).toBe(october('10 16:59:59.999'));
  expect(dueAfter({ ...waiting, attempts: 6 }, october('10 16:00'))).toBe(october('11 15:00'));
});

test('seen again, its author is asked about again', () => {
  const waiting = { attempts: 2, since, seenAt: october('10 18:30') };
  expect(dueAfter(waiting, october('10 18:31'))).toBe(october('10 18:35'));
});

test('what has waited for more than a day is looked at soon, never in the past', () => {
  const now = october('11 20:00');
  expect(dueAfter({ attempts: 9, since, seenAt: since }, now)).toBe(now + 60 * minute);
});

test('after a day to the millisecond a person decides', () => {
  expect(isOverdue({ since }, october('11 14:59:59.999'))).toBe(false);
  expect(isOverdue({ since }, october('11 15:00'))).toBe(true);
});
