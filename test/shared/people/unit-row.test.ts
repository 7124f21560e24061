import { guangdongCities } from '#shared/ground/region';
import {
  parentKeysOf,
  parentsFirst,
  readUnitRow,
  type SheetCell,
  type SheetRow,
  type UnitRow,
} from '#shared/people/unit-row';

const text = (content: string): SheetCell => ({ kind: 'text', text: content });

function rowWith(changed: Partial<SheetRow['cells']>): SheetRow {
  const cells = { 名称: text('双创基地'), 类别: text('示范基地'), 地市: text('广州'), 上级单位: text('') };
  return { row: 2, cells: { ...cells, ...changed } };
}

function problemsOf(changed: Partial<SheetRow['cells']>): string[] {
  const read = readUnitRow(rowWith(changed), guangdongCities);
  return 'problems' in read ? read.problems.map(({ column, reason }) => `${column} ${reason}`) : [];
}

test('a row says a unit, its city with or without 市', () => {
  const unit = { row: 2, unit: { name: '双创基地', kind: '示范基地', city: '广州' }, parentName: '' };
  expect(readUnitRow(rowWith({}), guangdongCities)).toEqual({ unit });
  expect(readUnitRow(rowWith({ 地市: text('广州市') }), guangdongCities)).toEqual({ unit });
});

test('which cities there are is the edition’s data', () => {
  expect(readUnitRow(rowWith({ 地市: text('横琴') }), ['横琴'])).toMatchObject({
    unit: { unit: { city: '横琴' } },
  });
  expect(readUnitRow(rowWith({}), ['横琴'])).toHaveProperty('problems');
});

test.each<[string, Partial<SheetRow['cells']>, string[]]>([
  [
    'all empty',
    { 名称: text(''), 类别: text(''), 地市: text('') },
    ['名称 empty', '类别 empty', '地市 empty'],
  ],
  ['a formula', { 上级单位: { kind: 'formula', text: '=A1' } }, ['上级单位 formula']],
  ['a date', { 地市: { kind: 'other', text: '' } }, ['地市 not-text']],
  ['a long parent', { 上级单位: text('字'.repeat(51)) }, ['上级单位 too-long']],
  [
    'several faults',
    { 名称: text('局'), 类别: text('x'), 地市: text('y') },
    ['名称 too-short', '类别 unknown-kind', '地市 unknown-city'],
  ],
  ['a kind that no city has', { 类别: text('省直单位') }, ['类别 kind-not-of-city']],
])('%s is told column by column', (_what, changed, expected) => {
  expect(problemsOf(changed)).toEqual(expected);
});

function unitRow(row: number, name: string, parentName = ''): UnitRow {
  return { row, unit: { name, kind: '示范基地', city: '广州' }, parentName };
}

test('a parent is looked for in the city, then in the province', () => {
  expect(parentKeysOf(unitRow(2, '甲基地', '乙 平台'))).toEqual(['广州/乙平台', '省直/乙平台']);
  expect(parentKeysOf(unitRow(2, '甲基地'))).toEqual([]);
});

describe('the order in which rows are taken', () => {
  const orderOf = (rows: UnitRow[]) => parentsFirst(rows).map(({ row }) => row);

  test('is the file’s, but that parents come first', () => {
    expect(orderOf([unitRow(2, '甲基地'), unitRow(3, '乙基地')])).toEqual([2, 3]);
    expect(
      orderOf([unitRow(2, '甲基地', '乙基地'), unitRow(3, '乙基地', '丙基地'), unitRow(4, '丙基地')]),
    ).toEqual([4, 3, 2]);
    expect(orderOf([unitRow(2, '甲基地', '表外单位'), unitRow(3, '乙基地')])).toEqual([2, 3]);
  });

  test('ends with rows that are each other’s or their own parents, all of them', () => {
    const circle = [
      unitRow(2, '甲基地', '乙基地'),
      unitRow(3, '乙基地', '甲基地'),
      unitRow(4, '丙基地', '丙基地'),
    ];
    expect(orderOf([...circle, unitRow(5, '丁基地')])).toEqual([5, 2, 3, 4]);
  });
});
