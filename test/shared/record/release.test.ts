import { AppError } from '#shared/refusal/errors';
import { unitKind } from '#shared/people/unit';
import { releasesItself } from '#shared/people/unit';
import { acceptRecord, returnRecord } from '#shared/record/record-life';
import { settleRecord } from '#shared/record/record-kinds';
import { pinRecord, putBackRecord, releaseRecord, shownKeyOf, takeDownRecord } from '#shared/record/release';
import type { Activity } from '#shared/record/activity';
import type { RecordState } from '#shared/record/record';
import { activityWith, edition2018 } from '../example-records';

const by = { unitId: 'office', unitName: '广州市局', role: 'city' as const };
const step = { by, now: 5 };
const waiting = activityWith({ release: null });

function settled(record: Activity): Activity {
  return settleRecord('activity', record, edition2018);
}

function stateOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.refusal.details;
    throw error;
  }
  return 'nothing was refused';
}

test('what waits is before the reviewer and not before the public; released, it is the other way round', () => {
  expect(settled(waiting)).toMatchObject({ toRelease: true, listed: false });
  const released = settled(releaseRecord(waiting, step));
  expect(released).toMatchObject({ toRelease: false, listed: true, release: { at: 5, by } });
  expect(released.revision).toBe(waiting.revision);
});

test('what is by invitation only is not for the public, and waits for nobody', () => {
  expect(settled({ ...waiting, isOpen: false })).toMatchObject({ toRelease: false, listed: false });
});

test('releasing again keeps who released it first', () => {
  const released = releaseRecord(waiting, step);
  expect(releaseRecord(released, { by: { ...by, role: 'bureau' }, now: 9 })).toBe(released);
});

test.each<RecordState>(['returned', 'withdrawn'])('what is %s is not released', (state) => {
  expect(stateOf(() => releaseRecord({ ...waiting, state }, step))).toEqual({ state });
});

test('accepting releases; returning takes the release away', () => {
  const accepted = acceptRecord(waiting, step);
  expect(accepted.release).toEqual({ at: 5, by });
  expect(settled(accepted).listed).toBe(true);
  expect(returnRecord(accepted, { reason: '有误', fields: [] }, step).release).toBeNull();
});

test('what was taken down is seen by nobody, accepted or not, until it is put back', () => {
  const down = takeDownRecord(activityWith({ state: 'accepted' }), '内容有误', step);
  expect(settled(down)).toMatchObject({ listed: false, takenDown: { at: 5, by, reason: '内容有误' } });
  expect(stateOf(() => takeDownRecord(down, '再下一次', step))).toEqual({ state: 'taken-down' });
  expect(settled(putBackRecord(down, '已核实', step)).listed).toBe(true);
  expect(stateOf(() => putBackRecord(activityWith(), '已核实', step))).toEqual({ state: 'not-taken-down' });
});

test('only what the public sees is pinned, and it comes first in lists that ascend and in those that descend', () => {
  expect(stateOf(() => pinRecord(settled(waiting), true, step))).toEqual({ state: 'not-public' });
  const plain = activityWith();
  const pinned = settled(pinRecord(plain, true, step));
  expect(pinned.shownKey < plain.shownKey).toBe(true);
  expect(settled(pinRecord(pinned, false, step)).shownKey).toBe(plain.shownKey);
  const key = (pinnedAt: number | null) => shownKeyOf({ pinnedAt, sortKey: 'a' }, { latestFirst: true });
  expect(key(1) > key(null)).toBe(true);
});

test('a department’s records need nobody to release them, and a trusted unit’s', () => {
  const itself = unitKind.options.filter((kind) => releasesItself({ kind, trusted: false }));
  expect(itself).toEqual(['省级主管部门', '市级主管部门']);
  expect(releasesItself({ kind: '示范平台', trusted: true })).toBe(true);
});
