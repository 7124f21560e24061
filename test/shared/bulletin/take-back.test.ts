import { toBulletinEntry } from '#shared/bulletin/bulletin-entry';
import { takeBackOpenEntries } from '#shared/bulletin/take-back';
import { activityWith, edition2018 as edition, october, octoberDay } from '../example-records';

const entries = ['10', '11'].map((day) => toBulletinEntry(activityWith(), octoberDay(day), 0));

/** The days whose bulletins lose a withdrawn activity. */
function lost(at: string, leaveUntil?: string): string[] {
  const leaves = leaveUntil === undefined ? [] : [{ day: octoberDay('10'), until: october(leaveUntil) }];
  const taken = takeBackOpenEntries(edition, entries, leaves, october(at));
  expect(taken.every(({ withdrawn }) => withdrawn)).toBe(true);
  return taken.map(({ day }) => day.slice(-2));
}

test('a withdrawn activity leaves the open bulletins, and stays in the closed ones, to the millisecond', () => {
  expect(lost('10 15:59:59.999')).toEqual(['10', '11']);
  expect(lost('10 16:00')).toEqual(['11']);
  expect(lost('11 16:00')).toEqual([]);
});

test('leave to report late keeps a bulletin open to its unit', () => {
  expect(lost('10 17:59:59.999', '10 18:00')).toEqual(['10', '11']);
  expect(lost('10 18:00', '10 18:00')).toEqual(['11']);
});
