import { activityTable } from '#shared/record/activity-types';
import { attendanceMode } from '#shared/record/activity';
import { recordState } from '#shared/record/record';
import { describeBulletin, modeLabels, stateLabels, tableLabels } from '../../../miniprogram/copy/labels';
import { october, octoberDay } from '../../shared/example-records';

test.each([
  ['tables', activityTable.options, tableLabels],
  ['modes', attendanceMode.options, modeLabels],
  ['states', recordState.options, stateLabels],
])('all %s have a label of their own, in Chinese', (_what, options, labels) => {
  expect(Object.keys(labels).sort()).toEqual([...options].sort());
  expect(new Set(Object.values(labels)).size).toBe(options.length);
  for (const label of Object.values(labels)) expect(label).toMatch(/^[\p{Script=Han}（）]+$/u);
});

test('a table names its number in the official form', () => {
  expect(tableLabels.service).toContain('表二');
  expect(tableLabels.exhibition).toContain('表三');
});

test('nothing is said of a bulletin that was not wanted', () => {
  expect(describeBulletin({ result: 'none' })).toBe('');
});

test('a report in time says in which bulletin it is and when it was received', () => {
  const receivedAt = october('10 15:59:59.999');

  expect(describeBulletin({ result: 'taken', day: octoberDay('10'), receivedAt })).toBe(
    '已入10月10日简报（15:59 收到）',
  );
});

test('a late one says which bulletin it missed', () => {
  expect(describeBulletin({ result: 'missed', day: octoberDay('09') })).toBe('未入10月9日简报');
});
