import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { Cell, FilledForm, FilledTable } from '#shared/official-form/fill-form';
import type { CellKind } from '#shared/official-form/official-form';

/** Widths in characters that fill A4 upright between the margins: 序号, 名称, 单位, 时间或人数, 备注或内容. */
const columnWidths = [6, 25, 20, 16, 29] as const;
const lastColumn = columnWidths.length;
const fonts = { title: '方正小标宋简体', heading: '黑体', body: '宋体' } as const;
const bodySize = 11;
const lineHeight = 16;
const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } };
const grid: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin };
/** A table without rows still shows its grid, as the empty form does. */
const emptyRow: Cell[] = columnWidths.map(() => null);

function toValue(cell: Cell): ExcelJS.CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return new Date(`${cell.day}T00:00:00Z`);
}

/** How many lines a text takes in a column: Chinese characters are two wide, others one. */
function linesIn(text: string, width: number): number {
  const usable = width - 1.5;
  return text.split('\n').reduce((lines, line) => {
    const wide = Array.from(line).reduce((sum, character) => sum + (character <= '\u00ff' ? 1.1 : 2), 0);
    return lines + Math.max(1, Math.ceil(wide / usable));
  }, 0);
}

/** Row heights are written down: not every reader grows a row to its text, and a cut line is a lost fact. */
function heightOf(cells: readonly Cell[]): number {
  const lines = cells.map((cell, index) =>
    typeof cell === 'string' ? linesIn(cell, columnWidths[index] ?? 10) : 1,
  );
  return Math.max(...lines) * lineHeight + 8;
}

function addWideRow(sheet: ExcelJS.Worksheet, text: string, height: number): ExcelJS.Cell {
  const row = sheet.addRow([text]);
  row.height = height;
  sheet.mergeCells(row.number, 1, row.number, lastColumn);
  return row.getCell(1);
}

function alignmentOf(kind: CellKind): Partial<ExcelJS.Alignment> {
  return { horizontal: kind === 'text' ? 'left' : 'center', vertical: 'middle', wrapText: true };
}

function addTable(sheet: ExcelJS.Worksheet, { title, columns, rows, note }: FilledTable): void {
  const heading = addWideRow(sheet, title, 28);
  heading.font = { name: fonts.heading, size: 14 };
  heading.alignment = { horizontal: 'left', vertical: 'middle' };

  const head = sheet.addRow(columns.map((column) => column.title));
  head.height = 24;
  columns.forEach((_column, index) => {
    const cell = head.getCell(index + 1);
    cell.font = { name: fonts.heading, size: bodySize };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = grid;
  });

  for (const cells of rows.length === 0 ? [emptyRow] : rows) {
    const row = sheet.addRow(cells.map(toValue));
    row.height = heightOf(cells);
    columns.forEach(({ kind }, index) => {
      const cell = row.getCell(index + 1);
      cell.font = { name: fonts.body, size: bodySize };
      cell.alignment = alignmentOf(kind);
      cell.border = grid;
      if (kind === 'number') cell.numFmt = '0';
      if (kind === 'date') cell.numFmt = 'yyyy"年"m"月"d"日"';
    });
  }

  if (note !== null) {
    const wholeWidth = columnWidths.reduce((sum, width) => sum + width, 0);
    const printed = addWideRow(sheet, note, linesIn(note, wholeWidth) * lineHeight + 8);
    printed.font = { name: fonts.body, size: bodySize };
    printed.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
  }
  sheet.addRow([]).height = 12;
}

/** The same content gives the same bytes: the archive's time stamps are set to one that never changes. */
function withoutTimeStamps(archive: Uint8Array): Buffer {
  return Buffer.from(zipSync(unzipSync(archive), { mtime: new Date(1980, 0, 1), level: 6 }));
}

/**
 * The form as an .xlsx workbook, ready to print on A4 upright.
 * Text cells are text whatever they begin with, so none starts a formula; numbers are numbers and full dates are dates.
 */
export async function writeWorkbook(form: FilledForm, compiledAt: number): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(compiledAt);
  workbook.modified = new Date(compiledAt);
  workbook.title = form.title;
  const sheet = workbook.addWorksheet('情况汇总表', {
    pageSetup: {
      paperSize: 9,
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      horizontalCentered: true,
      margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    views: [{ showGridLines: false }],
  });
  columnWidths.forEach((width, index) => {
    sheet.getColumn(index + 1).width = width;
  });

  const title = addWideRow(sheet, form.title, 40);
  title.font = { name: fonts.title, size: 20 };
  title.alignment = { horizontal: 'center', vertical: 'middle' };
  for (const table of form.tables) addTable(sheet, table);
  return withoutTimeStamps(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
