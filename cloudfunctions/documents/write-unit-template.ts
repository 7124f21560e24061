import ExcelJS from 'exceljs';
import { provincial } from '#shared/ground/region';
import { unitKind } from '#shared/people/unit';
import { columnNames, type ColumnName } from '#shared/people/unit-row';
import { repackArchive } from './repack-archive';

const widths: Record<ColumnName, number> = { 名称: 44, 类别: 20, 地市: 12, 上级单位: 44 };
/** As many rows as offer their choices; more may be filled in. */
const offeredRows = 500;

/**
 * The empty list of units (单位名录模板): the headings that the import reads, the kinds and the cities to choose from. The choices
 * stand on a sheet of their own, for a list in a rule may have no more than 255 characters.
 */
export async function writeUnitTemplate(cities: readonly string[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(0);
  workbook.modified = new Date(0);
  const sheet = workbook.addWorksheet('单位名录', {
    views: [{ state: 'frozen', ySplit: 1 }],
    pageSetup: { paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  });
  const heading = sheet.addRow([...columnNames]);
  heading.font = { name: '黑体', size: 11 };
  heading.alignment = { horizontal: 'center', vertical: 'middle' };
  columnNames.forEach((name, index) => {
    sheet.getColumn(index + 1).width = widths[name];
  });

  const choices = workbook.addWorksheet('可选项');
  const kinds = unitKind.options;
  const places = [provincial, ...cities];
  choices.addRow(['类别可选', '地市可选']);
  for (let index = 0; index < Math.max(kinds.length, places.length); index += 1) {
    choices.addRow([kinds[index] ?? null, places[index] ?? null]);
  }
  choices.getColumn(1).width = 20;
  choices.getColumn(2).width = 12;

  const listIn = (column: string, length: number): ExcelJS.DataValidation => ({
    type: 'list',
    allowBlank: true,
    formulae: [`可选项!$${column}$2:$${column}$${length + 1}`],
    showErrorMessage: true,
    errorTitle: '请从选项中选择',
    error: '可选项见“可选项”工作表。',
  });
  for (let row = 2; row <= offeredRows + 1; row += 1) {
    sheet.getCell(row, 2).dataValidation = listIn('A', kinds.length);
    sheet.getCell(row, 3).dataValidation = listIn('B', places.length);
  }
  return repackArchive(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
