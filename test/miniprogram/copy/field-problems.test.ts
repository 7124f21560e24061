import { describeFieldProblem } from '../../../miniprogram/copy/field-problems';
import { errorDetails } from '#shared/refusal/errors';
import { problems } from '#shared/refusal/problems';

/** What people read in Latin letters in Chinese sentences too: kinds of files and their size. */
const latinWords = /https:\/\/|jpg|png|webp|pdf|docx|xlsx|MB/gi;

test.each(problems)('"%s" has a sentence in Chinese', (problem) => {
  for (const limit of [null, 0, 1, 4, 500]) {
    const sentence = describeFieldProblem({ problem, limit }).replace(latinWords, '');
    expect(sentence).toMatch(/^\p{Script=Han}[^A-Za-z]{2,}$/u);
  }
});

test('every problem has its own sentence', () => {
  const sentences = problems.map((problem) => describeFieldProblem({ problem, limit: 4 }));

  expect(new Set(sentences).size).toBe(problems.length);
});

test.each([
  ['too-short', 4, '至少写 4 个字'],
  ['too-short', 1, '请填写'],
  ['too-long', 500, '最多写 500 个字'],
  ['too-small', 0, '不能小于 0'],
  ['too-large', 1_000_000, '不能大于 1000000'],
  ['too-few', 1, '至少填 1 个'],
  ['too-many', 10, '最多填 10 个'],
] as const)('"%s" with the limit %i says: %s', (problem, limit, sentence) => {
  expect(describeFieldProblem({ problem, limit })).toBe(sentence);
});

test.each(['a problem of next year', '', 'toString', '__proto__'])(
  'a problem that this phone does not know ("%s") is still told',
  (problem) => {
    const fields = [{ field: 'name', problem, limit: null }];
    expect(errorDetails.INVALID_INPUT.parse({ fields }).fields.map(describeFieldProblem)).toEqual([
      '填写有误，请改正',
    ]);
  },
);
