import { everySecond } from '../../../miniprogram/services/every-second';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});

test('it works at once and then every second, until it is ended', () => {
  const work = jest.fn();
  const stop = everySecond(work);
  expect(work).toHaveBeenCalledTimes(1);

  jest.advanceTimersByTime(999);
  expect(work).toHaveBeenCalledTimes(1);
  jest.advanceTimersByTime(2001);
  expect(work).toHaveBeenCalledTimes(4);

  stop();
  jest.advanceTimersByTime(10_000);
  expect(work).toHaveBeenCalledTimes(4);
});

test('ending it twice does no harm', () => {
  const stop = everySecond(jest.fn());
  stop();
  stop();

  expect(jest.getTimerCount()).toBe(0);
});
