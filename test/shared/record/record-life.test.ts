import {
  acceptRecord,
  changeFiles,
  changeRecord,
  differingFields,
  lookAtChanges,
  mayTake,
  returnRecord,
  withdrawRecord,
  type LifeStep,
} from '#shared/record/record-life';
import { typedFields } from '#shared/record/record-kinds';
import type { RecordState } from '#shared/record/record';
import { activityWith, policyWith } from '../example-records';

const step = { by: { unitId: 'unit-1', unitName: '广州示范基地', role: 'organiser' as const }, now: 1000 };

const states: RecordState[] = ['announced', 'reported', 'returned', 'accepted', 'withdrawn', 'cancelled'];
const allowed: Record<LifeStep, RecordState[]> = {
  change: ['announced', 'reported', 'returned', 'accepted'],
  accept: ['reported'],
  return: ['announced', 'reported', 'accepted'],
  withdraw: ['announced', 'reported', 'returned'],
  cancel: ['announced', 'reported', 'accepted'],
  look: ['accepted'],
  join: ['announced', 'reported', 'accepted'],
};

describe.each(Object.entries(allowed) as [LifeStep, RecordState[]][])('the step %s', (name, from) => {
  test.each(states)('from %s', (state) => {
    expect(mayTake(name, state)).toBe(from.includes(state));
  });
});

test('a step from a state that does not allow it is refused with the state', () => {
  const accepted = policyWith({ state: 'accepted' });
  const attempts = [
    () => acceptRecord(accepted, step),
    () => withdrawRecord(accepted, '', step),
    () => returnRecord(policyWith({ state: 'returned' }), { reason: '', fields: [] }, step),
    () => lookAtChanges(policyWith({ state: 'reported' }), step),
  ];
  const statesSaid = attempts.map((attempt) => {
    try {
      attempt();
      return null;
    } catch (error) {
      return (error as { refusal: unknown }).refusal;
    }
  });
  expect(statesSaid).toEqual(
    ['accepted', 'accepted', 'returned', 'reported'].map((state) => ({ code: 'FROZEN', details: { state } })),
  );
});

test('every step but looking is a new revision, by somebody, at a time', () => {
  const reported = policyWith({ state: 'reported', revision: 4 });
  for (const after of [
    acceptRecord(reported, step),
    returnRecord(reported, { reason: '请改', fields: ['name'] }, step),
    withdrawRecord(reported, '重复', step),
  ]) {
    expect(after).toMatchObject({ revision: 5, updatedAt: 1000, lastChange: { by: step.by } });
  }
  const looked = lookAtChanges(policyWith({ state: 'accepted', revision: 4, updatedAt: 7 }), step);
  expect(looked).toMatchObject({ revision: 4, updatedAt: 7 });
});

test('being returned never makes a report late: mended, it has its first receipt', () => {
  const returned = returnRecord(
    activityWith({ state: 'reported', reportedAt: 10 }),
    { reason: '请改', fields: ['headcount'] },
    step,
  );
  const mended = changeRecord(
    returned,
    { name: '改好的名称' },
    { fields: typedFields.activity, reason: '', becomes: 'reported' },
    { ...step, now: 99_999 },
  );
  expect(mended).toMatchObject({ state: 'reported', reportedAt: 10, returned: null, updatedAt: 99_999 });
});

describe('what is changed after acceptance', () => {
  const accepted = activityWith({ state: 'accepted' });
  const change = (before: typeof accepted, typed: Partial<typeof accepted>) =>
    changeRecord(before, typed, { fields: typedFields.activity, reason: '更正', becomes: 'reported' }, step);

  test('is counted by field, each once however often it is changed', () => {
    const once = change(accepted, { name: '改一次的名称', about: '改了一次的主要内容全文。' });
    expect(once.changedAfterAcceptance).toEqual({ count: 2, unseen: 2 });
    const twice = change(once, { name: '改两次的名称' });
    expect(twice.changedAfterAcceptance).toEqual({ count: 2, unseen: 2 });
  });

  test('is unseen again when a field that was looked at changes again', () => {
    const looked = lookAtChanges(change(accepted, { name: '改一次的名称' }), step);
    expect(looked.changedAfterAcceptance).toEqual({ count: 1, unseen: 0 });
    const again = change(looked, { name: '改两次的名称', venue: '二楼' });
    expect(again.changedAfterAcceptance).toEqual({ count: 2, unseen: 2 });
  });

  test('handed in as it was, counts nothing', () => {
    const same = change(accepted, { headcount: { method: '签到表', count: 86 } });
    expect(same.changedAfterAcceptance).toEqual({ count: 0, unseen: 0 });
    expect(same.state).toBe('accepted');
  });

  test('includes files', () => {
    const file = {
      id: 'f',
      purpose: 'photo' as const,
      name: '现场',
      mediaType: 'image/jpeg',
      bytes: 1,
      fileID: 'cloud://x/f',
      check: 'passed' as const,
    };
    expect(changeFiles(accepted, [file], '补照片', step).changedFields).toEqual([
      { field: 'files', seen: false },
    ]);
    expect(() => changeFiles(accepted, [file], '', step)).toThrow();
    expect(changeFiles(activityWith(), [file], '', step)).toMatchObject({ state: 'reported', revision: 2 });
  });
});

test('fields differ by what they say, not by the order they say it in', () => {
  const one = { place: { latitude: 1, longitude: 2 }, hosts: ['甲', '乙'] };
  expect(
    differingFields(one, { place: { longitude: 2, latitude: 1 }, hosts: ['乙', '甲'] }, ['place', 'hosts']),
  ).toEqual(['hosts']);
});
