import {
  checkInPeriod,
  decideScan,
  latestArrivalMs,
  readCode,
  slotOf,
  writeCode,
} from '#shared/check-in/check-in-code';
import { october, octoberDay } from '../example-records';

const activity = {
  firstDay: octoberDay('10'),
  lastDay: octoberDay('10'),
  startTime: '09:00',
  endTime: '11:30',
};

describe('a code', () => {
  const code = { activityId: 'a1b2-c3', slot: slotOf(october('10 09:00')), proof: '0123456789abcdef' };

  test('is read back from its text', () => {
    expect(readCode(writeCode(code))).toEqual(code);
  });

  test('fits a picture that a phone reads at once', () => {
    expect(writeCode({ ...code, activityId: 'f'.repeat(32) }).length).toBeLessThanOrEqual(64);
  });

  test.each([
    '',
    'SCZ1',
    'SCZ2.a.b.0123456789abcdef',
    'SCZ1.a.b.0123',
    'SCZ1.../x.b.0123456789abcdef',
    'https://example.org',
  ])('“%s” is none', (text) => {
    expect(readCode(text)).toBeNull();
  });
});

describe('codes of an activity count', () => {
  test('from two hours before it begins to an hour after it ends', () => {
    expect(checkInPeriod(activity)).toEqual({ opensAt: october('10 07:00'), closesAt: october('10 12:30') });
  });

  test('on its whole days where nobody gave times', () => {
    const days = { firstDay: octoberDay('10'), lastDay: octoberDay('12'), startTime: null, endTime: null };
    expect(checkInPeriod(days)).toEqual({ opensAt: october('10 00:00'), closesAt: october('13 00:00') });
  });
});

describe('a scan', () => {
  const scanned = (shownAt: string, arrivedAt: number) =>
    decideScan(activity, slotOf(october(shownAt)), arrivedAt).result;

  test.each([
    ['10 06:59', 'not-a-code-of-its-time'],
    ['10 07:00', 'counts'],
    ['10 12:29', 'counts'],
    ['10 12:30', 'not-a-code-of-its-time'],
  ])('of the code of %s %s', (shownAt, result) => {
    expect(scanned(shownAt, october(shownAt))).toBe(result);
  });

  test('that arrives late counts by the minute of its code, up to two days later to the millisecond', () => {
    const last = october('10 09:01') + latestArrivalMs;
    expect(scanned('10 09:00', last - 1)).toBe('counts');
    expect(decideScan(activity, slotOf(october('10 09:00')), last)).toEqual({
      result: 'too-late',
      closedAt: last,
    });
  });

  test('of a code that is not shown yet counts only as far as a clock may run ahead', () => {
    expect(scanned('10 09:05', october('10 09:00'))).toBe('counts');
    expect(scanned('10 09:06', october('10 09:00'))).toBe('not-a-code-of-its-time');
  });
});
