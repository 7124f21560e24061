import { plainName, showsNothing } from '#shared/ground/plain-name';

test.each([
  ['ＡＢＣ 双创基地', 'abc双创基地'],
  ['创客·广东', '创客广东'],
  ['创客・广东', '创客•广 东'],
  ['双创（A区）', '双创(a区)'],
  ['双创\u200d基地', '双创基地'],
])('%s and %s are one name', (one, other) => {
  expect(plainName(one)).toBe(plainName(other));
});

test('what tells two names apart stays', () => {
  expect(plainName('甲会')).not.toBe(plainName('乙会'));
  expect(plainName('第1分会')).not.toBe(plainName('第2分会'));
});

test.each([
  ['', true],
  ['　 ', true],
  ['\u3164', true],
  ['·•', true],
  ['会', false],
  ['🚀', false],
])('%j shows nothing: %s', (name, expected) => {
  expect(showsNothing(name)).toBe(expected);
});
