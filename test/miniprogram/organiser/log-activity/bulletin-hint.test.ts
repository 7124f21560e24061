import {
  bulletinDaysOf,
  hintForBulletin,
  nameBulletinDay,
} from '../../../../miniprogram/organiser/pages/log-activity/bulletin-hint';
import { logForm, type LogForm } from '../../../../miniprogram/organiser/pages/log-activity/log-form';
import { activityWith, edition2018, october, octoberDay } from '../../../shared/example-records';

const oneMorning: LogForm = { ...logForm.of(activityWith()), important: true };
const oneEvening: LogForm = { ...oneMorning, startTime: '19:00', endTime: '21:00' };
const threeDays: LogForm = { ...oneMorning, lastDay: octoberDay('12') };

function hintAt(now: string, form = oneMorning) {
  return hintForBulletin(edition2018, form, october(now));
}

function namedAt(now: string, form: LogForm) {
  return nameBulletinDay(edition2018, form, october(now)).bulletinDay;
}

describe('what is said under 重要活动', () => {
  test('is which bulletin takes it, until when, and how long that is', () => {
    expect(hintAt('10 15:40:27.500')).toEqual({
      text: '进10月10日简报，16:00 前收（16:00 整起不再收），还剩 19 分 32 秒',
      isTooLate: false,
    });
  });

  test('is still that a millisecond before the cut-off', () => {
    expect(hintAt('10 15:59:59.999')).toEqual({
      text: '进10月10日简报，16:00 前收（16:00 整起不再收），还剩 0 秒',
      isTooLate: false,
    });
  });

  test('is at the cut-off itself that it is too late, and what remains', () => {
    expect(hintAt('10 16:00:00.000')).toEqual({
      text: '10月10日简报已截止，16:00 前收（16:00 整起不再收）。仍可留作周总结',
      isTooLate: true,
    });
  });

  test('counts the days before as well', () => {
    expect(hintAt('09 10:00').text).toContain('进10月10日简报');
  });

  test('is the next day for an evening, once its own day has ended', () => {
    expect(hintAt('10 15:59:59.999', oneEvening).text).toContain('进10月10日简报');
    expect(hintAt('10 16:00', oneEvening).text).toContain('进10月11日简报');
    expect(hintAt('11 16:00', oneEvening).isTooLate).toBe(true);
  });

  test('is that a time outside the week is in no bulletin', () => {
    const before = { ...oneMorning, firstDay: octoberDay('01'), lastDay: octoberDay('02') };

    expect(hintAt('10 10:00', before)).toEqual({ text: '活动周内没有这几天，不能进简报', isTooLate: true });
  });

  test('follows the day that was named', () => {
    expect(hintAt('10 10:00', { ...threeDays, bulletinDay: octoberDay('12') }).text).toContain(
      '进10月12日简报',
    );
    expect(hintAt('11 10:00', { ...threeDays, bulletinDay: octoberDay('10') }).isTooLate).toBe(true);
  });

  test('holds while the start time is still unknown', () => {
    expect(hintAt('10 15:00', { ...oneMorning, startTime: '' }).isTooLate).toBe(false);
  });
});

describe('the days to choose from', () => {
  test('are none for an activity of one day', () => {
    expect(bulletinDaysOf(edition2018, oneMorning)).toEqual([]);
  });

  test('are those of its days that lie in the week', () => {
    const long = { ...threeDays, firstDay: octoberDay('01'), lastDay: octoberDay('11') };

    expect(bulletinDaysOf(edition2018, threeDays)).toEqual(['2018-10-10', '2018-10-11', '2018-10-12']);
    expect(bulletinDaysOf(edition2018, long)).toEqual(['2018-10-09', '2018-10-10', '2018-10-11']);
  });
});

describe('the bulletin that an important activity of several days names', () => {
  test.each([
    ['09 10:00', '2018-10-10'],
    ['10 15:59:59.999', '2018-10-10'],
    ['10 16:00', '2018-10-11'],
    ['12 15:59:59.999', '2018-10-12'],
    ['12 16:00', '2018-10-12'],
  ])('is, when nothing was chosen at %s, the one that takes reports then: %s', (now, day) => {
    expect(namedAt(now, threeDays)).toBe(day);
  });

  test('is the one that was chosen, even when it has ended', () => {
    expect(namedAt('11 10:00', { ...threeDays, bulletinDay: octoberDay('10') })).toBe('2018-10-10');
  });

  test('stays the same over the cut-off: no report moves to another day unseen', () => {
    const named = nameBulletinDay(edition2018, threeDays, october('10 15:59:59'));

    expect(nameBulletinDay(edition2018, named, october('10 16:00'))).toBe(named);
    expect(hintForBulletin(edition2018, named, october('10 16:00')).isTooLate).toBe(true);
  });

  test('is named anew when the activity moves away from it', () => {
    const moved = { ...threeDays, firstDay: octoberDay('12'), lastDay: octoberDay('14') };

    expect(namedAt('10 10:00', { ...moved, bulletinDay: octoberDay('10') })).toBe('2018-10-12');
  });

  test('is none while the activity is not important, lasts one day, or lies outside the week', () => {
    const stale = { bulletinDay: octoberDay('11') };

    expect(namedAt('10 10:00', { ...threeDays, important: false })).toBe('');
    expect(namedAt('10 10:00', { ...oneMorning, ...stale })).toBe('');
    expect(
      namedAt('10 10:00', { ...threeDays, ...stale, firstDay: octoberDay('01'), lastDay: octoberDay('03') }),
    ).toBe('');
  });
});
