import { codeAlphabet, codeLength, invitationLastsMs, isExpired, typedCode } from '#shared/people/invitation';

test.each([
  ['ABCDE23456', 'ABCDE23456'],
  ['abcde23456', 'ABCDE23456'],
  [' abcde-23456\n', 'ABCDE23456'],
  ['ABCDE — 23456', 'ABCDE23456'],
  ['ＡＢＣＤＥ２３４５６', 'ABCDE23456'],
])('%j is as good as %s', (typed, code) => {
  expect(typedCode.parse(typed)).toBe(code);
});

test.each(['ABCDE2345', 'ABCDE234567', 'ABCDE2345O', 'ABCDE23451', '', 'A'.repeat(41), 7, null, { $gt: '' }])(
  '%j is no code',
  (typed) => {
    expect(typedCode.safeParse(typed).success).toBe(false);
  },
);

test('no sign of a code is mistaken for another, and there are too many codes to try', () => {
  for (const sign of '01ILO') expect(codeAlphabet).not.toContain(sign);
  expect(new Set(codeAlphabet).size).toBe(codeAlphabet.length);
  expect(codeAlphabet.length ** codeLength).toBeGreaterThan(2 ** 49);
});

test('an invitation is over at the very millisecond', () => {
  const expiresAt = invitationLastsMs;
  expect(isExpired({ expiresAt }, expiresAt - 1)).toBe(false);
  expect(isExpired({ expiresAt }, expiresAt)).toBe(true);
});
