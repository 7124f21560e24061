import { learnServerTime, serverNow } from '../../../miniprogram/services/server-clock';

const phoneTime = Date.UTC(2018, 9, 10, 7, 0);
const minuteMs = 60_000;

beforeEach(() => {
  jest.useFakeTimers({ now: phoneTime });
});
afterEach(() => {
  jest.useRealTimers();
});

test("until it is told, it is the phone's own time", () => {
  expect(serverNow()).toBe(phoneTime);
});

test.each([
  ['slow', 20 * minuteMs],
  ['right', 0],
  ['fast', -20 * minuteMs],
])('a phone that is %s knows the time from the first answer on', (_case, ahead) => {
  learnServerTime(phoneTime + ahead);
  jest.advanceTimersByTime(minuteMs);

  expect(serverNow()).toBe(phoneTime + ahead + minuteMs);
});

test('the latest answer counts', () => {
  learnServerTime(phoneTime + minuteMs);
  learnServerTime(phoneTime - minuteMs);

  expect(serverNow()).toBe(phoneTime - minuteMs);
});
