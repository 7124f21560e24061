import { mayKeepUnit } from '#shared/people/admit';
import { importUnits } from '#shared/contract/unit/import-units';
import { guangdongCities } from '#shared/ground/region';
import { isAuthority, unitKey, type Unit } from '#shared/people/unit';
import {
  parentKeysOf,
  parentsFirst,
  readUnitRow,
  type ColumnProblem,
  type SheetRow,
  type UnitRow,
} from '#shared/people/unit-row';
import { wrongField } from '#shared/refusal/errors';
import type { Caller } from '../entry/caller';
import { onSteps } from '../entry/handler';
import type { Transaction } from '../platform/database';
import { idFrom } from '../platform/digest';
import { currentEditionIfAny } from '../store/edition/editions';
import { insertUnit, newUnit, unitOfKey } from '../store/unit/units';
import { readUnitSheet } from './read-unit-sheet';

/** Rows a step keeps: each looks at three names, and keeps a unit and its name. */
const rowsInAStep = 12;
const longestShown = 60;

function bytesOf(base64: string): Uint8Array {
  const isBase64 = base64.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(base64);
  if (!isBase64) throw wrongField('file', 'not-an-xlsx');
  return new Uint8Array(Buffer.from(base64, 'base64'));
}

/** Why the caller may not keep a unit; null when they may. */
function problemOfReach(caller: Caller, { unit }: UnitRow): ColumnProblem | null {
  if (caller.eligible.some((member) => mayKeepUnit(member, unit))) return null;
  return isAuthority(unit.kind)
    ? { column: '类别', reason: 'reserved-kind' }
    : { column: '地市', reason: 'other-city' };
}

/** The rows to take, and by row what keeps each other from being taken. */
function sortRows(
  rows: readonly SheetRow[],
  cities: readonly string[],
  caller: Caller,
): { good: UnitRow[]; problems: Map<number, ColumnProblem[]> } {
  const keys = new Set<string>();
  const good: UnitRow[] = [];
  const problems = new Map<number, ColumnProblem[]>();
  for (const row of rows) {
    const read = readUnitRow(row, cities);
    if ('problems' in read) {
      problems.set(row.row, read.problems);
      continue;
    }
    const key = unitKey(read.unit.unit);
    const problem: ColumnProblem | null = keys.has(key)
      ? { column: '名称', reason: 'double-in-file' }
      : problemOfReach(caller, read.unit);
    keys.add(key);
    if (problem === null) good.push(read.unit);
    else problems.set(row.row, [problem]);
  }
  return { good, problems };
}

/** Keeps one row's unit: null when it is kept, by this request now or before it was cut off. */
async function takeRow(
  transaction: Transaction,
  row: UnitRow,
  { id, now }: { id: string; now: number },
): Promise<ColumnProblem | null> {
  const known = await unitOfKey(transaction, unitKey(row.unit));
  if (known !== null) return known.id === id ? null : { column: '名称', reason: 'exists' };
  const parents: Unit[] = [];
  for (const key of parentKeysOf(row)) {
    const parent = await unitOfKey(transaction, key);
    if (parent?.state === 'active') parents.push(parent);
  }
  const parentId = parents[0]?.id ?? null;
  if (parentId === null && row.parentName !== '') return { column: '上级单位', reason: 'unknown-parent' };
  await insertUnit(transaction, newUnit(id, { ...row.unit, parentId }, now));
  return null;
}

export const importUnitsHandler = onSteps(
  importUnits,
  async ({ file }, { caller, now, database, newId, step }) => {
    const rows = await readUnitSheet(bytesOf(file));
    const cities = (await currentEditionIfAny(database))?.cities ?? guangdongCities;
    const { good, problems } = sortRows(rows, cities, caller);

    const ordered = parentsFirst(good);
    for (let from = 0; from < ordered.length; from += rowsInAStep) {
      const some = ordered.slice(from, from + rowsInAStep);
      const found = await step(`rows ${from}`, async (transaction) => {
        const outcomes: [number, ColumnProblem | null][] = [];
        for (const row of some) {
          const id = idFrom(`${newId} ${row.row}`);
          outcomes.push([row.row, await takeRow(transaction, row, { id, now })]);
        }
        return outcomes;
      });
      for (const [row, problem] of found) if (problem !== null) problems.set(row, [problem]);
    }

    const notTaken = rows.flatMap(({ row, cells }) =>
      (problems.get(row) ?? []).map(({ column, reason }) => ({
        row,
        column,
        reason,
        text: cells[column].text.slice(0, longestShown),
      })),
    );
    return { rows: rows.length, taken: rows.length - problems.size, notTaken };
  },
);
