/** How a column's cells are written. */
export type CellKind = 'number' | 'text' | 'date';

/** A cell's content. A date that is known only to its month or year is text; null is an empty cell. */
export type Cell = number | string | { day: string } | null;

/** A column as it is printed: its heading, and how its cells are written. */
interface ColumnHead {
  title: string;
  kind: CellKind;
}

/** A column of a table (表列), whole: what it is headed, how wide it is in characters, and what a row has in it. */
export interface Column<Row> extends ColumnHead {
  width: number;
  cell(row: Row, index: number): Cell;
}

/** A table as it is printed: a heading, columns, rows, and a note under it. The last `totals` rows are sums. */
export interface SheetTable {
  title: string | null;
  columns: readonly ColumnHead[];
  /** In characters, a column each. */
  widths: readonly number[];
  rows: Cell[][];
  totals: number;
  note: string | null;
}

/** What a table is filled from: its columns, its rows, and the rows of sums after them. */
interface TableSource<Row> {
  title?: string | null;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  totals?: readonly Row[];
  note?: string | null;
}

/** Fills a table: each row has in each column what the column says. */
export function fillTable<Row>({
  title = null,
  columns,
  rows,
  totals = [],
  note = null,
}: TableSource<Row>): SheetTable {
  return {
    title,
    columns: columns.map((column) => ({ title: column.title, kind: column.kind })),
    widths: columns.map(({ width }) => width),
    rows: [...rows, ...totals].map((row, index) => columns.map((column) => column.cell(row, index))),
    totals: totals.length,
    note,
  };
}

/** The widths of a sheet whose tables stand under each other: of each column, the widest. */
export function widthsOf(tables: readonly SheetTable[]): number[] {
  const columns = Math.max(...tables.map(({ widths }) => widths.length));
  return Array.from({ length: columns }, (_none, index) =>
    Math.max(...tables.map(({ widths }) => widths[index] ?? 0)),
  );
}

/** A column of numbers that counts the rows from 1 (序号). */
export function numbering(width = 6): Column<unknown> {
  return { title: '序号', width, kind: 'number', cell: (_row, index) => index + 1 };
}

/** A column of text; an empty text leaves the cell empty. */
export function textColumn<Row>(
  title: string,
  width: number,
  textOf: (row: Row) => string | null,
): Column<Row> {
  const cell = (row: Row) => {
    const text = textOf(row);
    return text === '' ? null : text;
  };
  return { title, width, kind: 'text', cell };
}

/** A column of numbers; what nobody knows is an empty cell, and never 0. */
export function numberColumn<Row>(
  title: string,
  width: number,
  numberOf: (row: Row) => number | null,
): Column<Row> {
  return { title, width, kind: 'number', cell: numberOf };
}

/** A column of dates. */
export function dateColumn<Row>(title: string, width: number, dateOf: (row: Row) => Cell): Column<Row> {
  return { title, width, kind: 'date', cell: dateOf };
}
