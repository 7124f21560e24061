import { debtsOf, describeDebts, nudgeDueAt } from '#shared/notice/debts';
import { remindAt } from '#shared/notice/reminder-time';
import { eraseAt } from '#shared/week/erasing';
import { describeMoment } from '#shared/ground/guangdong-time';
import { activityWith, edition2018, october, octoberDay } from '../example-records';

test('a person is reminded an hour before, or at eight where nobody gave a time', () => {
  expect(remindAt({ firstDay: octoberDay('10'), startTime: '09:30' })).toBe(october('10 08:30'));
  expect(remindAt({ firstDay: octoberDay('10'), startTime: '00:30' })).toBe(october('09 23:30'));
  expect(remindAt({ firstDay: octoberDay('10'), startTime: null })).toBe(october('10 08:00'));
});

describe('the nudge', () => {
  test.each([
    ['10 14:59:59.999', []],
    ['10 15:00', ['10 15:00']],
    ['10 15:59:59.999', ['10 15:00']],
    ['10 16:00', []],
    ['16 15:30', []],
  ])('at %s is due for %j', (now, due) => {
    expect(nudgeDueAt(edition2018, october(now))).toEqual(due.map(october));
  });

  test('follows the edition’s cut-off', () => {
    expect(nudgeDueAt({ ...edition2018, cutOff: '12:00' }, october('10 11:00'))).toEqual([
      october('10 11:00'),
    ]);
  });
});

describe('a unit owes', () => {
  const now = october('10 15:00');
  const held = { firstDay: octoberDay('10'), lastDay: octoberDay('10'), headcount: null } as const;

  test('the headcounts of what is over by today, and what was returned', () => {
    const activities = [
      activityWith({ id: 'a', ...held }),
      activityWith({ id: 'b', ...held, firstDay: octoberDay('09'), lastDay: octoberDay('11') }),
      activityWith({ id: 'c', state: 'returned' }),
      activityWith({ id: 'd', ...held, unitId: 'unit-2' }),
      activityWith({ id: 'e', unitId: 'unit-3' }),
      activityWith({ id: 'f', ...held, state: 'withdrawn', unitId: 'unit-4' }),
    ];
    expect(debtsOf(activities, now)).toEqual([
      { unitId: 'unit-1', returned: 1, headcounts: 1 },
      { unitId: 'unit-2', returned: 0, headcounts: 1 },
    ]);
  });

  test('in words that fit a message', () => {
    expect(describeDebts({ returned: 1, headcounts: 2 })).toBe('退回待改1，人数待报2');
    expect(describeDebts({ returned: 0, headcounts: 3 })).toBe('人数待报3');
    expect(Array.from(describeDebts({ returned: 9999, headcounts: 9999 })).length).toBeLessThanOrEqual(20);
  });
});

test('traces are erased as thirty days after the last day have passed', () => {
  expect(eraseAt(edition2018)).toBe(october('15 00:00') + 31 * 86_400_000);
});

test('a moment is written as messages write it', () => {
  expect(describeMoment('2018-10-09', '16:00')).toBe('2018年10月9日 16:00');
  expect(describeMoment('2018-10-09', null)).toBe('2018年10月9日');
});
