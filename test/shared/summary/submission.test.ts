import { cityDueAt, dueAt, isLate, submissionStandingOf } from '#shared/summary/submission';
import { edition2018, october, octoberDay } from '../example-records';

test.each([
  ['province', '15 23:59:59.999', false],
  ['province', '16 00:00:00.000', true],
  ['province', '09 00:00', false],
  ['ministry', '16 23:59:59.999', false],
  ['ministry', '17 00:00:00.000', true],
] as const)('to the %s on October %s is late: %s', (to, moment, late) => {
  expect(isLate(edition2018, to === 'province' ? '广州' : null, october(moment))).toBe(late);
});

test('the last moment is the last millisecond of the edition’s day in Guangdong', () => {
  expect(dueAt(edition2018, 'province')).toBe(Date.UTC(2018, 9, 15, 15, 59, 59, 999));
  expect(dueAt(edition2018, 'ministry')).toBe(Date.UTC(2018, 9, 16, 15, 59, 59, 999));
});

test('a city that was given a later day is on time up to its end, the others are not', () => {
  const later = {
    ...edition2018,
    cityExtensions: [{ city: '湛江', day: octoberDay('16'), reason: '台风停工' } as const],
  };
  expect(isLate(later, '湛江', october('16 23:59:59.999'))).toBe(false);
  expect(isLate(later, '湛江', october('17 00:00'))).toBe(true);
  expect(isLate(later, '广州', october('16 00:00'))).toBe(true);
  // Where all cities were given a later day since, that counts.
  const all = { ...later, cityDeadline: octoberDay('17') };
  expect(cityDueAt(all, '湛江')).toBe(dueAt(all, 'province'));
});

test.each([
  [null, 'none'],
  [{ returned: null, isLate: false }, 'submitted'],
  [{ returned: null, isLate: true }, 'late'],
  [{ returned: {}, isLate: true }, 'returned'],
] as const)('a last submission of %j stands as %s', (last, standing) => {
  expect(submissionStandingOf(last)).toBe(standing);
});
