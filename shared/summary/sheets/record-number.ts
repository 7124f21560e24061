import { textColumn, type Column } from '../../official-form/sheet-table';

/** The column by which a row's record is found again (记录编号). */
export function recordNumber<Row extends { id: string }>(width: number): Column<Row> {
  return textColumn('记录编号', width, ({ id }) => id);
}
