import type { RecordState } from '#shared/record/record';
import { isListed, settleActivity } from '#shared/record/activity-life';
import { mayTake } from '#shared/record/record-life';
import { activityWith, edition2018 } from '../example-records';

interface Expected {
  state: RecordState;
  unitMayChange: boolean;
  mayBeAccepted: boolean;
  publicSees: boolean;
}

describe('the life of a record', () => {
  test.each<Expected>([
    { state: 'announced', unitMayChange: true, mayBeAccepted: false, publicSees: true },
    { state: 'reported', unitMayChange: true, mayBeAccepted: true, publicSees: true },
    { state: 'returned', unitMayChange: true, mayBeAccepted: false, publicSees: false },
    { state: 'accepted', unitMayChange: true, mayBeAccepted: false, publicSees: true },
    { state: 'withdrawn', unitMayChange: false, mayBeAccepted: false, publicSees: false },
    { state: 'cancelled', unitMayChange: false, mayBeAccepted: false, publicSees: true },
  ])('$state', ({ state, unitMayChange, mayBeAccepted, publicSees }) => {
    const cancelled = state === 'cancelled' ? { at: 0, reason: '停电', isShown: true } : null;
    const release = { at: 0, by: null };
    const told = { id: 'a1', check: 'passed', joint: null, cancelled, release, takenDown: null } as const;
    expect(mayTake('change', state)).toBe(unitMayChange);
    expect(mayTake('accept', state)).toBe(mayBeAccepted);
    expect(isListed({ ...told, state, isOpen: true })).toBe(publicSees);
    expect(isListed({ ...told, state, isOpen: false })).toBe(false);
  });
});

describe('the word of its unit makes an activity', () => {
  test('announced as long as nobody was counted', () => {
    expect(activityWith({ headcount: null }).state).toBe('announced');
  });
  test('reported once somebody was, even if nobody came', () => {
    expect(activityWith().state).toBe('reported');
    expect(activityWith({ headcount: { count: 0, method: '签到表' } }).state).toBe('reported');
  });
  test('reported again after it was returned and mended', () => {
    expect(settleActivity(activityWith({ state: 'returned' }), edition2018).state).toBe('reported');
  });
});

test('an activity by invitation is not listed, in whatever state', () => {
  expect(activityWith({ isOpen: false }).listed).toBe(false);
  expect(activityWith({ isOpen: false, state: 'accepted' }).listed).toBe(false);
});

test('the days of an activity are those inside the week', () => {
  expect(activityWith({ firstDay: '2018-10-07', lastDay: '2018-10-10' }).days).toEqual([
    '2018-10-09',
    '2018-10-10',
  ]);
});

test('lists are in order of day, then of time with unknown ones first, then of id', () => {
  const inOrder = [
    activityWith({ id: 'z', startTime: null }),
    activityWith({ id: 'a', startTime: '08:30' }),
    activityWith({ id: 'b', startTime: '08:30' }),
    activityWith({ id: 'a', startTime: '14:00' }),
    activityWith({ id: 'a', firstDay: '2018-10-11', lastDay: '2018-10-11', startTime: '08:00' }),
  ].map(({ sortKey }) => sortKey);
  expect(inOrder).toEqual([...inOrder].sort());
  expect(new Set(inOrder).size).toBe(inOrder.length);
});
