import { problemWithUntil } from '#shared/bulletin/bulletin-exception';
import { edition2018 as edition, october } from '../example-records';

describe('the end of an exception for 10-10', () => {
  const problemAt = (until: string, now: string) =>
    problemWithUntil(edition, { day: '2018-10-10', until: october(until) }, october(now));

  test.each([
    ['lies after the cut-off', '10 16:00:00.001', '10 12:00', null],
    ['is not the cut-off itself', '10 16:00', '10 12:00', 'not-after-cut-off'],
    ['lies ahead', '10 17:00', '10 16:59:59.999', null],
    ['is not now', '10 17:00', '10 17:00', 'not-after-cut-off'],
    ['is not past', '10 17:00', '11 09:00', 'not-after-cut-off'],
    ['is the next cut-off at the latest', '11 16:00', '10 17:00', null],
    ['is not beyond it', '11 16:00:00.001', '10 17:00', 'after-next-cut-off'],
  ])('%s', (_sentence, until, now, problem) => {
    expect(problemAt(until, now)).toBe(problem);
  });

  test('of the last day is at the latest a day after its cut-off', () => {
    const problem = (until: string) =>
      problemWithUntil(edition, { day: '2018-10-15', until: october(until) }, october('15 17:00'));
    expect(problem('16 16:00')).toBeNull();
    expect(problem('16 16:00:00.001')).toBe('after-next-cut-off');
  });
});
