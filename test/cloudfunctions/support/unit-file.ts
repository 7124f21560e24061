import ExcelJS from 'exceljs';
import { columnNames } from '#shared/people/unit-row';

/** What the cells of a row hold. */
export type Row = readonly ExcelJS.CellValue[];

/** A workbook as it lies on a disk. */
export async function bytesOf(workbook: ExcelJS.Workbook): Promise<Buffer> {
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** A list of units as somebody fills it in, as base64. */
export async function fileWith(rows: readonly Row[], heading: Row = columnNames): Promise<string> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('名录');
  sheet.addRow([...heading]);
  for (const row of rows) sheet.addRow([...row]);
  return (await bytesOf(workbook)).toString('base64');
}
