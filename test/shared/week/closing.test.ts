import { unlessOver, wantsReason, type StillOpen } from '#shared/week/closing';
import { october, octoberDay } from '../example-records';

const none = { count: 0, first: [] };
const settled: StillOpen = {
  bulletins: [],
  exceptions: [],
  reported: none,
  returned: none,
  announced: none,
  cities: [],
  province: false,
  provinceDeadline: null,
};

test('with everything settled and the province’s deadline over, closing wants no reason', () => {
  expect(wantsReason(settled)).toBe(false);
});

test.each<[string, Partial<StillOpen>]>([
  ['a bulletin that is not issued', { bulletins: [octoberDay('15')] }],
  ['a city that has not submitted', { cities: ['梅州'] }],
  ['a province that has not submitted', { province: true }],
  ['a deadline that is not over', { provinceDeadline: octoberDay('16') }],
  ['a record that waits for its review', { reported: { ...none, count: 1 } }],
  ['a record that was given back', { returned: { ...none, count: 1 } }],
  ['an activity without a headcount', { announced: { ...none, count: 1 } }],
  [
    'an exception that runs',
    { exceptions: [{ id: 'e1', unitName: '示范基地', day: octoberDay('15'), until: october('15 18:00') }] },
  ],
])('with %s it wants one', (_what, open) => {
  expect(wantsReason({ ...settled, ...open })).toBe(true);
});

test('a deadline is over when its day is', () => {
  expect(unlessOver(octoberDay('16'), octoberDay('16'))).toBe(octoberDay('16'));
  expect(unlessOver(octoberDay('16'), octoberDay('17'))).toBeNull();
});
