import ExcelJS from 'exceljs';
import { zipSync } from 'fflate';
import { wrongField } from '#shared/refusal/errors';
import { mostRows } from '#shared/contract/unit/import-units';
import { columnNames, type ColumnName, type SheetCell, type SheetRow } from '#shared/people/unit-row';
import { line } from '#shared/ground/typed-text';
import { openArchive, UnreadableArchive } from './open-archive';
import type { Problem } from '#shared/refusal/problems';

const sharedStrings = 'xl/sharedStrings.xml';
/** What tells a date from a number. */
const styles = 'xl/styles.xml';
const worksheet = /^xl\/worksheets\/[^/]+\.xml$/;
const mostSheets = 20;
const mostColumns = 100;
/** Rows of headings and notes that may stand above and among the units. */
const spareRows = 100;

/**
 * Parts of a sheet that name whole ranges. ExcelJS makes a cell for each of a range, and a range can name every cell there
 * could be; a list of units needs none of them.
 */
const ignored = [
  'mergeCells',
  'dataValidations',
  'conditionalFormatting',
  'hyperlinks',
  'autoFilter',
  'rowBreaks',
  'colBreaks',
  'cols',
  'drawing',
  'picture',
  'legacyDrawing',
  'tableParts',
  'sheetProtection',
  'extLst',
];

function wrongFile(problem: Problem, limit: number | null = null) {
  return wrongField('file', problem, limit);
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';

/** A workbook with one sheet of what was sent and nothing around it that could name ranges or other files. */
function bareWorkbook(sheet: Uint8Array, kept: Record<string, Uint8Array>): Uint8Array {
  const text = (content: string) => Buffer.from(content, 'utf8');
  return zipSync(
    {
      '_rels/.rels': text(
        `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      ),
      'xl/workbook.xml': text(
        `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="1" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': text(
        `${head}<Relationships xmlns="${packageRelations}"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      ),
      [styles]: text(
        `${head}<styleSheet xmlns="${main}"><cellXfs count="1"><xf numFmtId="0"/></cellXfs></styleSheet>`,
      ),
      ...kept,
      'xl/worksheets/sheet1.xml': sheet,
    },
    { level: 0 },
  );
}

async function readSheet(
  sheet: Uint8Array,
  kept: Record<string, Uint8Array>,
): Promise<ExcelJS.Worksheet | null> {
  const workbook = new ExcelJS.Workbook();
  const options: Partial<ExcelJS.XlsxReadOptions> & { maxRows: number; maxCols: number } = {
    ignoreNodes: ignored,
    maxRows: mostRows + spareRows,
    maxCols: mostColumns,
  };
  try {
    await workbook.xlsx.load(bareWorkbook(sheet, kept) as unknown as ExcelJS.Buffer, options);
  } catch (error) {
    if (/^Max (row|column) count/.test((error as Error).message)) throw wrongFile('too-many', mostRows);
    // ExcelJS throws what its parsers throw, of many kinds; all of them mean that this is no sheet.
    throw wrongFile('not-an-xlsx');
  }
  return workbook.worksheets[0] ?? null;
}

function lineOf(text: string): string {
  return line.parse(text);
}

function toCell(value: ExcelJS.CellValue): SheetCell {
  if (value === null || value === undefined) return { kind: 'text', text: '' };
  if (typeof value === 'string' || typeof value === 'number')
    return { kind: 'text', text: lineOf(String(value)) };
  if (typeof value === 'object') {
    if ('richText' in value) {
      return { kind: 'text', text: lineOf(value.richText.map(({ text }) => text).join('')) };
    }
    if ('formula' in value || 'sharedFormula' in value) {
      return { kind: 'formula', text: 'formula' in value ? `=${value.formula}` : '' };
    }
  }
  return { kind: 'other', text: '' };
}

/** Where each column is, when a row names them all; null when it does not. */
function columnsIn(row: ExcelJS.Row): Record<ColumnName, number> | null {
  const found = new Map<string, number>();
  row.eachCell((cell, column) => {
    const { kind, text } = toCell(cell.value);
    if (kind === 'text' && !found.has(text)) found.set(text, column);
  });
  // The parent may be left out: many lists have none.
  const needed = columnNames.filter((name) => name !== '上级单位');
  if (!needed.every((name) => found.has(name))) return null;
  const [名称 = 0, 类别 = 0, 地市 = 0, 上级单位 = 0] = columnNames.map((name) => found.get(name));
  return { 名称, 类别, 地市, 上级单位 };
}

const empty: SheetCell = { kind: 'text', text: '' };

/** The rows below the headings; null for a sheet without them. */
function rowsIn(sheet: ExcelJS.Worksheet): SheetRow[] | null {
  const filled: ExcelJS.Row[] = [];
  sheet.eachRow((row) => filled.push(row));
  for (const [index, heading] of filled.entries()) {
    const columns = columnsIn(heading);
    if (columns !== null) return filled.slice(index + 1).flatMap((row) => rowOf(row, columns));
  }
  return null;
}

/** A row's cells by column; none for a row that is empty there. */
function rowOf(row: ExcelJS.Row, columns: Record<ColumnName, number>): SheetRow[] {
  const at = (name: ColumnName) => (columns[name] === 0 ? empty : toCell(row.getCell(columns[name]).value));
  const cells = { 名称: at('名称'), 类别: at('类别'), 地市: at('地市'), 上级单位: at('上级单位') };
  const isEmpty = Object.values(cells).every(({ kind, text }) => kind === 'text' && text === '');
  return isEmpty ? [] : [{ row: row.number, cells }];
}

/**
 * The rows of a list of units in an .xlsx a person sent, below the row that names the columns, from the first sheet that has
 * one. INVALID_INPUT at `file` for what is no .xlsx, has no such row, or is too long.
 */
export async function readUnitSheet(file: Uint8Array): Promise<SheetRow[]> {
  let entries: Map<string, Uint8Array>;
  try {
    entries = openArchive(file, (name) => name === sharedStrings || name === styles || worksheet.test(name));
  } catch (error) {
    if (error instanceof UnreadableArchive) throw wrongFile('not-an-xlsx');
    throw error;
  }
  const sheets = [...entries].filter(([name]) => worksheet.test(name));
  if (sheets.length === 0) throw wrongFile('not-an-xlsx');
  // The first sheet made has the lowest number; 10 comes after 9.
  sheets.sort(([one], [other]) => one.length - other.length || (one < other ? -1 : 1));
  const kept = Object.fromEntries([...entries].filter(([name]) => !worksheet.test(name)));
  for (const [, content] of sheets.slice(0, mostSheets)) {
    const sheet = await readSheet(content, kept);
    const rows = sheet === null ? null : rowsIn(sheet);
    if (rows === null) continue;
    if (rows.length > mostRows) throw wrongFile('too-many', mostRows);
    return rows;
  }
  throw wrongFile('wrong-headings');
}
