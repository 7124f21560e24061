import { fieldProblemsOf } from '#shared/refusal/field-problem';
import { envelope, requestId } from '#shared/contract/action';
import { saveActivity } from '#shared/contract/record/save-activity';
import { z } from '#shared/zod';
import { draft } from '../example-records';
import { problems } from '#shared/refusal/problems';

function problemsOf(schema: z.ZodType, input: unknown) {
  const parsed = schema.safeParse(input, { reportInput: true });
  return parsed.success ? [] : fieldProblemsOf(parsed.error);
}

describe('a request to save names the field inside it', () => {
  const request = { change: null, activity: draft, bulletin: 'report', bulletinDay: null };

  test('and is taken when it is right', () => {
    expect(problemsOf(saveActivity.request, request)).toEqual([]);
  });

  test.each([
    ['activity.name', 'too-short', 4, { activity: { ...draft, name: '会' } }],
    ['activity.hosts.0', 'too-short', 2, { activity: { ...draft, hosts: [''] } }],
    [
      'activity.headcount.count',
      'not-whole',
      null,
      { activity: { ...draft, headcount: { count: 0.5, method: '签到表' } } },
    ],
    ['activity.unitId', 'unknown-field', null, { activity: { ...draft, unitId: 'unit-2' } }],
    ['activity', 'required', null, { activity: null }],
    ['bulletin', 'not-a-choice', null, { bulletin: 'yes' }],
    ['bulletinDay', 'not-a-date', null, { bulletinDay: '2018-10-32' }],
    ['change.revision', 'too-small', 1, { change: { id: 'a1', revision: 0 } }],
    ['change.id', 'wrong', null, { change: { id: '../a1', revision: 1 } }],
    ['openid', 'unknown-field', null, { openid: 'someone-else' }],
    ['now', 'unknown-field', null, { now: 0 }],
  ])('%s: %s', (field, problem, limit, changed) => {
    expect(problemsOf(saveActivity.request, { ...request, ...changed })).toEqual([{ field, problem, limit }]);
  });
});

test('a field with two problems has the first of them', () => {
  const schema = z.object({
    name: z
      .string()
      .min(4)
      .regex(/^[^0-9]+$/),
  });
  expect(problemsOf(schema, { name: '1' })).toEqual([{ field: 'name', problem: 'too-short', limit: 4 }]);
});

test('a problem that a schema makes up and the phone has no sentence for is just wrong', () => {
  const schema = z.string().superRefine((_text, context) => {
    context.addIssue({ code: 'custom', params: { problem: 'never-heard-of' } });
  });
  expect(problemsOf(schema, '')).toEqual([{ field: '', problem: 'wrong', limit: null }]);
});

test('every problem is named once', () => {
  expect(new Set(problems).size).toBe(problems.length);
});

describe('what the phone sends to a function', () => {
  const id = '0123456789abcdef'.repeat(2);

  test('is an action with its input, and what the platform adds', () => {
    const sent = { action: 'openHome', requestId: id, input: {}, userInfo: { openId: 'o' }, tcbContext: {} };
    expect(problemsOf(envelope, sent)).toEqual([]);
  });

  test.each([
    ['openid', { openid: 'someone-else' }],
    ['OPENID', { OPENID: 'someone-else' }],
    ['now', { now: 0 }],
    ['role', { role: 'bureau' }],
  ])('has no %s', (field, forged) => {
    expect(problemsOf(envelope, { action: 'openHome', input: {}, ...forged })).toEqual([
      { field, problem: 'unknown-field', limit: null },
    ]);
  });

  test.each(['', 'abc', `${id}0`, id.toUpperCase(), `${id}\n`])('has no request id like %j', (text) => {
    expect(requestId.safeParse(text).success).toBe(false);
  });
});
