import { plainName } from '#shared/ground/plain-name';
import { kindFitsCity, unitFields, unitKey, unitKind } from '#shared/people/unit';

test.each([
  ['双创基地（A区）', '双创基地(a区)'],
  [' 双创 基地 ', '双创基地'],
  ['ＡＢＣ科技园', 'abc科技园'],
])('%s is looked for as %s', (name, plain) => {
  expect(plainName(name)).toBe(plain);
});

test('two units may share a name in two cities, not in one', () => {
  expect(unitKey({ city: '广州', name: '双创基地' })).not.toBe(unitKey({ city: '深圳', name: '双创基地' }));
  expect(unitKey({ city: '广州', name: '双创基地（一）' })).toBe(
    unitKey({ city: '广州', name: '双创基地(一)' }),
  );
});

test('authorities and units of the province are where their kind says, others anywhere', () => {
  const provincialOnly = unitKind.options.filter((kind) => !kindFitsCity(kind, '广州'));
  const cityOnly = unitKind.options.filter((kind) => !kindFitsCity(kind, '省直'));
  expect(provincialOnly).toEqual(['省级主管部门', '省直单位']);
  expect(cityOnly).toEqual(['市级主管部门']);
});

test.each<[string, object]>([
  ['an unknown field', { state: 'active' }],
  ['an unknown kind', { kind: '研究所' }],
  ['a name of one sign', { name: '局' }],
  ['a name that only looks like one', { name: '\u200b\u200b\u200b' }],
  ['a name of 51 signs', { name: '字'.repeat(51) }],
  ['a parent that is an operator', { parentId: { $ne: null } }],
])('%s is refused', (_what, changed) => {
  const fields = { name: '双创基地', kind: '示范基地', city: '广州', parentId: null };
  expect(unitFields.safeParse(fields).success).toBe(true);
  expect(unitFields.safeParse({ ...fields, ...changed }).success).toBe(false);
});
