import { isListed } from '#shared/record/activity-life';
import { cancelActivity } from '#shared/record/cancel-activity';
import type { RecordState } from '#shared/record/record';
import { activityWith, edition2018, october, octoberDay } from '../example-records';

const by = { unitId: 'unit-1', unitName: '广州示范基地', role: 'organiser' } as const;

function cancelledAt(text: string, from = activityWith()) {
  return cancelActivity(from, '台风停办', edition2018, { by, now: october(text) });
}

test('an activity can be called off until its last day is over, and then no more', () => {
  expect(cancelledAt('10 23:59:59.999')).toMatchObject({
    state: 'cancelled',
    revision: 2,
    cancelled: { at: october('10 23:59:59.999'), reason: '台风停办', isShown: true },
  });
  expect(() => cancelledAt('11 00:00')).toThrow('DEADLINE_PASSED');
});

test.each<[RecordState, boolean]>([
  ['announced', true],
  ['reported', true],
  ['accepted', true],
  ['returned', false],
  ['withdrawn', false],
  ['cancelled', false],
])('%s can be called off: %s', (state, may) => {
  const attempt = () => cancelledAt('10 10:00', activityWith({ state })).state;
  if (may) expect(attempt()).toBe('cancelled');
  else expect(attempt).toThrow('FROZEN');
});

test('the public is shown that it is called off until the edition ends', () => {
  const off = cancelledAt('10 10:00');
  expect(isListed(off)).toBe(true);
  expect(isListed({ ...off, isOpen: false })).toBe(false);
  expect(isListed({ ...off, cancelled: { at: 0, reason: '台风停办', isShown: false } })).toBe(false);
});

test('one that goes on beyond the week and is called off after it is not shown', () => {
  const long = activityWith({ firstDay: octoberDay('15'), lastDay: octoberDay('18') });
  expect(cancelledAt('15 23:59:59.999', long).cancelled?.isShown).toBe(true);
  expect(cancelledAt('16 00:00', long).cancelled?.isShown).toBe(false);
});
