import { describePostponed, postponedFrom } from '#shared/record/postpone-activity';
import { activityWith, october, octoberDay } from '../example-records';

const before = activityWith({ firstDay: octoberDay('12'), lastDay: octoberDay('12') });
const was = { firstDay: octoberDay('12'), lastDay: octoberDay('12'), startTime: '09:00', endTime: '11:30' };
const onThe13th = { ...was, firstDay: octoberDay('13'), lastDay: octoberDay('13') };

test('what the public has read and was not held yet is put off, and says from when', () => {
  expect(postponedFrom(before, onThe13th, october('12 08:59:59'))).toEqual(was);
});

test('put off once more it says when it was to be held at first', () => {
  const once = { ...before, ...onThe13th, postponedFrom: was };
  const onThe14th = { ...was, firstDay: octoberDay('14'), lastDay: octoberDay('14') };
  expect(postponedFrom(once, onThe14th, october('11 10:00'))).toEqual(was);
});

test('held as it was first said after all, it is not put off', () => {
  expect(postponedFrom({ ...before, ...onThe13th, postponedFrom: was }, was, october('11 10:00'))).toBeNull();
});

test('what nobody has read, what had begun, and what keeps its time is not put off', () => {
  expect(postponedFrom({ ...before, listed: false }, onThe13th, october('11 10:00'))).toBeNull();
  expect(postponedFrom(before, onThe13th, october('12 09:00'))).toBeNull();
  expect(postponedFrom(before, was, october('11 10:00'))).toBeNull();
});

test('what was and what is, in words', () => {
  expect(describePostponed(before, { ...onThe13th, startTime: '14:00' })).toBe(
    '由2018年10月12日 09:00改为2018年10月13日 14:00',
  );
});
