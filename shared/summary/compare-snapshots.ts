import { z } from '../zod';
import type { CountedActivity, CountedPolicy } from './snapshot';

const value = z.union([z.string(), z.number(), z.null()]);

const differing = z.object({
  what: z.enum(['activity', 'policy']),
  id: z.string(),
  name: z.string(),
  unitName: z.string(),
});

/** One record that two versions tell differently: only the later has it, only the earlier, or both with other cells. */
export const difference = z.discriminatedUnion('kind', [
  differing.extend({ kind: z.literal('added') }),
  differing.extend({ kind: z.literal('removed') }),
  differing.extend({
    kind: z.literal('changed'),
    fields: z.array(z.object({ field: z.string(), before: value, after: value })),
  }),
]);
export type Difference = z.infer<typeof difference>;

/** A row with its cells as plain values. */
export interface ComparableRow {
  what: Difference['what'];
  id: string;
  name: string;
  unitName: string;
  cells: Record<string, string | number | null>;
}

export function comparableActivity(row: CountedActivity): ComparableRow {
  const { id, name, unitName, table, type, typeOther, hosts, headcount, about, day, mode, fields, series } =
    row;
  return {
    what: 'activity',
    id,
    name,
    unitName,
    cells: {
      name,
      table,
      type,
      typeOther,
      hosts,
      headcount: headcount?.count ?? null,
      method: headcount?.method ?? null,
      about,
      day,
      mode,
      fields: fields.join('、'),
      series,
    },
  };
}

export function comparablePolicy({
  id,
  name,
  unitName,
  issuer,
  issuedOn,
  remark,
}: CountedPolicy): ComparableRow {
  return { what: 'policy', id, name, unitName, cells: { name, issuer, issuedOn, remark } };
}

/** What became of a row between two versions; null when it is the same. A row that a version lacks is undefined. */
export function differenceOf(
  before: ComparableRow | undefined,
  after: ComparableRow | undefined,
): Difference | null {
  const row = after ?? before;
  if (row === undefined) return null;
  const about = { what: row.what, id: row.id, name: row.name, unitName: row.unitName };
  if (before === undefined) return { kind: 'added', ...about };
  if (after === undefined) return { kind: 'removed', ...about };
  const fields = Object.entries(after.cells)
    .filter(([field, cell]) => before.cells[field] !== cell)
    .map(([field, cell]) => ({ field, before: before.cells[field] ?? null, after: cell }));
  return fields.length === 0 ? null : { kind: 'changed', ...about, fields };
}
