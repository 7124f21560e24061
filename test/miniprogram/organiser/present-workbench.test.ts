import { recordState, type RecordState } from '#shared/record/record';
import {
  describeCollecting,
  presentOwn,
} from '../../../miniprogram/organiser/pages/workbench/present-workbench';
import { activityWith, october, octoberDay } from '../../shared/example-records';

test('an own activity shows its day, its headcount, its state and its bulletin', () => {
  const bulletin = {
    result: 'taken' as const,
    day: octoberDay('10'),
    receivedAt: october('10 15:59:59.999'),
  };

  expect(presentOwn(activityWith({ bulletin }))).toEqual({
    id: 'a1',
    name: '小微企业融资政策解读会',
    line: '10月10日 · 86 人',
    state: '待审核',
    theme: 'primary',
    bulletin: '已入10月10日简报（15:59 收到）',
    check: '',
    canChange: true,
  });
});

test('an activity that waits for the content check says for what', () => {
  expect(presentOwn(activityWith({ check: 'waiting' })).check).toBe('待检查');
  expect(presentOwn(activityWith({ check: 'for-review' })).check).toBe('待人工核');
});

test('a headcount that is missing is said to be', () => {
  expect(presentOwn(activityWith({ headcount: null })).line).toBe('10月10日 · 人数未报');
  expect(presentOwn(activityWith({ headcount: { count: 0, method: '签到表' } })).line).toBe(
    '10月10日 · 0 人',
  );
});

/** Over, and grey both: what was withdrawn, and what is cancelled. */
const areOver: readonly RecordState[] = ['withdrawn', 'cancelled'];

test.each(recordState.options)('a record that is %s has a label of its own, and a colour', (state) => {
  const others = recordState.options.filter((other) => other !== state);
  const { state: label, theme } = presentOwn(activityWith({ state }));

  for (const other of others) {
    const shown = presentOwn(activityWith({ state: other }));
    expect(shown).not.toMatchObject({ state: label });
    expect(shown.theme === theme).toBe(areOver.includes(state) && areOver.includes(other));
  }
});

test.each([
  ['announced', true],
  ['reported', true],
  ['returned', true],
  ['accepted', true],
  ['withdrawn', false],
] as const)('a record that is %s can be changed by its unit: %s', (state, canChange) => {
  expect(presentOwn(activityWith({ state })).canChange).toBe(canChange);
});

describe('the banner', () => {
  const collecting = { day: octoberDay('10'), closesAt: october('10 16:00') };
  const at = (now: string) => describeCollecting(collecting, '16:00', october(now));

  test('says which bulletin is collecting, until when, and how long that is', () => {
    expect(at('10 15:40:27.500')).toBe('10月10日简报 16:00 前收（16:00 整起不再收），还剩 19 分 32 秒');
    expect(at('10 15:59:59.999')).toContain('还剩 0 秒');
  });

  test('says at the cut-off itself that none is', () => {
    expect(at('10 16:00')).toBe('现在没有在收的简报');
  });

  test('says before and after the week that none is', () => {
    expect(describeCollecting(null, '16:00', october('10 15:00'))).toBe('现在没有在收的简报');
  });
});

test.each([
  ['announced', '10月10日 · 人数未报'],
  ['cancelled', '10月10日'],
] as const)('of a record that is %s and has no headcount the line says: %s', (state, line) => {
  expect(presentOwn(activityWith({ state, headcount: null })).line).toBe(line);
});
