import { errorDetails, type ErrorCode, type ErrorDetails, type Refusal } from '#shared/refusal/errors';
import { frozenStates } from '#shared/refusal/frozen-states';
import { explainRefusal } from '../../../miniprogram/copy/refusals';
import { activityWith, october, octoberDay } from '../../shared/example-records';

const samples: { [Code in ErrorCode]: ErrorDetails[Code][] } = {
  CUTOFF_PASSED: [
    { day: octoberDay('10'), closedAt: october('10 16:00'), serverNow: october('10 16:00:07.250') },
  ],
  NOT_SIGNED_IN: [{}],
  NO_MEMBERSHIP: [
    { isMember: true, isAsleep: false },
    { isMember: false, isAsleep: false },
    { isMember: true, isAsleep: true },
  ],
  CHOOSE_MEMBERSHIP: [{ memberships: [] }],
  FORBIDDEN: [{}, { what: 'membership' }],
  NOT_FOUND: [{ what: 'edition' }, { what: 'activity' }, { what: 'summary' }, { what: 'invitation' }],
  INVALID_INPUT: [{ fields: [{ field: 'activity.name', problem: 'too-short', limit: 4 }] }, { fields: [] }],
  CONFLICT: [{ current: activityWith({ revision: 3, updatedAt: october('10 15:41') }) }],
  DUPLICATE: [{}],
  FROZEN: [
    { state: 'accepted' },
    { state: 'last-bureau-member' },
    { state: 'withdrawn' },
    { state: 'otherwise' },
  ],
  DEADLINE_PASSED: [
    { what: 'invitation', closedAt: october('11 09:00'), serverNow: october('11 09:00:01') },
    { what: 'exception', closedAt: october('11 09:00'), serverNow: october('11 09:00:01') },
  ],
  RATE_LIMITED: [{ retryAt: october('10 17:00') }],
  CONTENT_REJECTED: [{ field: 'activity.about' }],
  UNAVAILABLE: [{ requestId: '0123456789abcdef0123456789abcdef' }],
};

const refusals = Object.entries(samples).flatMap(([code, all]) =>
  all.map((details) => ({ code, details }) as Refusal),
);

function explain<Code extends ErrorCode>(code: Code, details: ErrorDetails[Code]) {
  return explainRefusal({ code, details } as Refusal);
}

test('every code of the table has a sample here', () => {
  expect(Object.keys(samples).sort()).toEqual(Object.keys(errorDetails).sort());
  for (const { code, details } of refusals) {
    expect(errorDetails[code].safeParse(details).success).toBe(true);
  }
});

test.each(refusals)(
  '$code with $details has a title and an advice, in Chinese only, and its code',
  (refusal) => {
    const { title, advice, code } = explainRefusal(refusal);

    expect(code).toBe(refusal.code);
    expect(title).toMatch(/^[\p{Script=Han}\d，]{4,}$/u);
    expect(advice).toMatch(/^[^A-Za-z]{6,}。$/);
    expect(title + advice).not.toMatch(/undefined|NaN|null|Invalid/);
  },
);

test('after the cut-off it says which bulletin, until when, what time it is, and what can still be done', () => {
  const [details] = samples.CUTOFF_PASSED;
  if (details === undefined) throw new Error('There is no sample');

  expect(explain('CUTOFF_PASSED', details)).toMatchObject({
    title: '10月10日简报已截止',
    advice:
      '16:00 前收（16:00 整起不再收），现在是 16:00:07。填写的内容都还在，可以留作周总结，标明未入当日简报。',
  });
});

test('a conflict says which change is now kept and when it was made', () => {
  const { advice } = explain('CONFLICT', {
    current: activityWith({ revision: 3, updatedAt: october('10 15:41') }),
  });

  expect(advice).toContain('第 3 次修改后的内容（15:41）');
});

test('an accepted or withdrawn record says so; one in a state this phone does not know says that it cannot be changed', () => {
  expect(explain('FROZEN', { state: 'accepted' }).title).toBe('这条记录已审核通过');
  expect(explain('FROZEN', { state: 'withdrawn' }).title).toBe('这条记录已撤回');
  for (const state of ['a state of a later cloud', 'toString', '__proto__']) {
    expect(explain('FROZEN', errorDetails.FROZEN.parse({ state })).title).toBe('这条记录现在不能改');
  }
});

test('every state that the cloud freezes a thing in has words of its own', () => {
  const states = frozenStates.filter((state) => state !== 'otherwise');
  const titles = states.map((state) => {
    const { title, advice } = explain('FROZEN', { state });
    expect(title).toMatch(/^[\p{Script=Han}\d，]{4,}$/u);
    expect(advice).toMatch(/^[^A-Za-z]{6,}。$/);
    return title;
  });
  expect(new Set(titles).size).toBe(states.length);
  expect(titles).not.toContain('这条记录现在不能改');
});

test('before the edition is set up nobody is told that something is missing', () => {
  expect(explain('NOT_FOUND', { what: 'edition' }).title).toBe('本届活动周还没有开始');
  expect(explain('NOT_FOUND', { what: 'activity' }).title).toBe('没有找到');
});

test('wrong input that is shown at no field says how much was wrong and that nothing changed', () => {
  const field = { field: 'id', problem: 'wrong', limit: null } as const;

  expect(explain('INVALID_INPUT', { fields: [field, field] }).advice).toMatch(
    /^共 2 处不合要求，什么都没有改动/,
  );
});

test('when the cloud is out of reach, trying again is said to be safe', () => {
  expect(explain('UNAVAILABLE', { requestId: '' }).advice).toContain('重复提交只记一次');
});
