import { readRule, type RuleQuestion } from '../../../local/cloud/files/rule-expression';

const asked = (
  question: Partial<RuleQuestion['resource']> = {},
  openid: string | null = 'oAnn',
): RuleQuestion => ({
  auth: openid === null ? null : { openid },
  resource: { openid: 'oAnn', path: 'a/b.png', size: 5, ...question },
});

test.each<[unknown, boolean]>([
  [true, true],
  [false, false],
  ['resource.openid == auth.openid', true],
  ['resource.openid != auth.openid', false],
  ['resource.size <= 5 && resource.size >= 5', true],
  ['resource.size < 5 || resource.size > 5', false],
  ['/^a\\/.+\\.png$/.test(resource.path)', true],
  ['/^b/.test(resource.path)', false],
  ["resource.path == 'a/b.png' && (false || true)", true],
  // As on the platform, what is no boolean allows nothing.
  ['resource.path', false],
  ['resource.path && true', false],
])('%s says %s', (rule, allowed) => {
  expect(readRule(rule)(asked())).toBe(allowed);
});

test('a rule about who asks allows nothing to nobody, not even what belongs to nobody', () => {
  const isOwn = readRule('resource.openid == auth.openid');
  expect(isOwn(asked({}, null))).toBe(false);
  expect(isOwn(asked({ openid: '' }, null))).toBe(false);
  expect(isOwn(asked({ openid: '' }))).toBe(false);
  // What is decided before anybody is asked for stays so.
  expect(readRule('true || auth.openid == resource.openid')(asked({}, null))).toBe(true);
});

test('a size that is not known is within no bound', () => {
  expect(readRule('resource.size <= 5')(asked({ size: NaN }))).toBe(false);
});

test.each([
  [null],
  [''],
  ['resource.size <'],
  ['true; false'],
  ['resource.owner == auth.openid'],
  ['process.env'],
  ["resource.path.startsWith('a')"],
  ["fetch('/')"],
  ["resource.path['length'] > 1"],
  ['resource.size + 1 > 2'],
  ['auth = null'],
])('%j is no rule of the platform', (rule) => {
  expect(() => readRule(rule)).toThrow();
});
