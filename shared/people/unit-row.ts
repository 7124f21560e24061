import { z } from '../zod';
import { provincial } from '../ground/region';
import { plainName } from '../ground/plain-name';
import { kindFitsCity, unitFields, unitKey, unitKind, type UnitFields } from './unit';

/** The columns of a list of units (单位名录), as its first row names them. */
export const columnNames = ['名称', '类别', '地市', '上级单位'] as const;
export type ColumnName = (typeof columnNames)[number];

/** Why a row was not taken. The phone has a sentence for each. */
export const rowProblem = z.enum([
  'empty',
  'too-short',
  'too-long',
  'formula',
  'not-text',
  'unknown-kind',
  'unknown-city',
  'kind-not-of-city',
  'other-city',
  'reserved-kind',
  'double-in-file',
  'exists',
  'unknown-parent',
]);
export type RowProblem = z.infer<typeof rowProblem>;

/** A cell as a sheet has it: only text and numbers are taken for what they say. */
export interface SheetCell {
  kind: 'text' | 'formula' | 'other';
  text: string;
}

/** A row of the sheet, counted as the sheet counts it. */
export interface SheetRow {
  row: number;
  cells: Record<ColumnName, SheetCell>;
}

export interface ColumnProblem {
  column: ColumnName;
  reason: RowProblem;
}

/** A unit as a row says it; its parent is still a name, empty for none. */
export interface UnitRow {
  row: number;
  unit: Omit<UnitFields, 'parentId'>;
  parentName: string;
}

function textProblem({ kind, text }: SheetCell, mayBeEmpty: boolean): RowProblem | null {
  if (kind === 'formula') return 'formula';
  if (kind === 'other') return 'not-text';
  return text === '' && !mayBeEmpty ? 'empty' : null;
}

function nameProblem(text: string): RowProblem | null {
  const parsed = unitFields.shape.name.safeParse(text);
  if (parsed.success) return null;
  const code = parsed.error.issues[0]?.code;
  return code === 'too_big' ? 'too-long' : 'too-short';
}

/** A city as people write it: 广州 or 广州市. */
function cityOf(text: string, cities: readonly string[]): string | null {
  const name = text.replace(/市$/u, '');
  return name === provincial || cities.includes(name) ? name : null;
}

/**
 * What a row says, or everything that is wrong with it, a problem a column.
 *
 * @example 双创基地 示范基地 广州市 // { unit: { name: '双创基地', kind: '示范基地', city: '广州' }, parentName: '' }
 */
export function readUnitRow(
  { row, cells }: SheetRow,
  cities: readonly string[],
): { unit: UnitRow } | { problems: ColumnProblem[] } {
  const problems: ColumnProblem[] = [];
  for (const column of columnNames) {
    const reason = textProblem(cells[column], column === '上级单位');
    if (reason !== null) problems.push({ column, reason });
  }
  const isRight = (column: ColumnName) => problems.every((each) => each.column !== column);

  const named = unitFields.shape.name.safeParse(cells.名称.text);
  const name = named.success ? named.data : cells.名称.text;
  for (const column of ['名称', '上级单位'] as const) {
    const reason = cells[column].text === '' ? null : nameProblem(cells[column].text);
    if (reason !== null && isRight(column)) problems.push({ column, reason });
  }
  const kind = unitKind.safeParse(cells.类别.text);
  if (!kind.success && isRight('类别')) problems.push({ column: '类别', reason: 'unknown-kind' });
  const city = cityOf(cells.地市.text, cities);
  if (city === null && isRight('地市')) problems.push({ column: '地市', reason: 'unknown-city' });
  if (problems.length > 0 || !kind.success || city === null) return { problems };

  if (!kindFitsCity(kind.data, city)) return { problems: [{ column: '类别', reason: 'kind-not-of-city' }] };
  const parentName = unitFields.shape.name.safeParse(cells.上级单位.text);
  return {
    unit: {
      row,
      unit: { name, kind: kind.data, city },
      parentName: parentName.success ? parentName.data : '',
    },
  };
}

/** The keys under which a unit's parent may be kept: in the same city, else in the province. */
export function parentKeysOf({ unit, parentName }: UnitRow): string[] {
  if (parentName === '') return [];
  return [...new Set([unit.city, provincial])].map((city) => unitKey({ city, name: parentName }));
}

/**
 * The rows in an order in which every parent that the file has comes before what is below it; otherwise as the file has them.
 * Rows that are each other's parents come last.
 */
export function parentsFirst(rows: readonly UnitRow[]): UnitRow[] {
  const names = new Set(rows.map(({ unit }) => plainName(unit.name)));
  const placed = new Set<string>();
  const ordered: UnitRow[] = [];
  let waiting = [...rows];
  while (waiting.length > 0) {
    const ready = waiting.filter(({ parentName }) => {
      const parent = plainName(parentName);
      return !names.has(parent) || placed.has(parent);
    });
    if (ready.length === 0) return [...ordered, ...waiting];
    for (const each of ready) placed.add(plainName(each.unit.name));
    ordered.push(...ready);
    const done = new Set(ready);
    waiting = waiting.filter((each) => !done.has(each));
  }
  return ordered;
}
