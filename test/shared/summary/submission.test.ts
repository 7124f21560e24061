import { dueAt, isLate, submissionStandingOf } from '#shared/summary/submission';
import { edition2018, october } from '../example-records';

test.each([
  ['province', '15 23:59:59.999', false],
  ['province', '16 00:00:00.000', true],
  ['province', '09 00:00', false],
  ['ministry', '16 23:59:59.999', false],
  ['ministry', '17 00:00:00.000', true],
] as const)('to the %s on October %s is late: %s', (to, moment, late) => {
  expect(isLate(edition2018, to, october(moment))).toBe(late);
});

test('the last moment is the last millisecond of the edition’s day in Guangdong', () => {
  expect(dueAt(edition2018, 'province')).toBe(Date.UTC(2018, 9, 15, 15, 59, 59, 999));
  expect(dueAt(edition2018, 'ministry')).toBe(Date.UTC(2018, 9, 16, 15, 59, 59, 999));
});

test.each([
  [null, 'none'],
  [{ returned: null, isLate: false }, 'submitted'],
  [{ returned: null, isLate: true }, 'late'],
  [{ returned: {}, isLate: true }, 'returned'],
] as const)('a last submission of %j stands as %s', (last, standing) => {
  expect(submissionStandingOf(last)).toBe(standing);
});
