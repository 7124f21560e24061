import ExcelJS from 'exceljs';
import type { FilledForm } from '#shared/official-form/fill-form';
import { formTables } from '#shared/official-form/official-form';
import { widthsOf, type Cell, type CellKind, type SheetTable } from '#shared/official-form/sheet-table';
import type { SummarySheet } from '#shared/summary/summary-sheets';
import { repackArchive } from './repack-archive';

const sumOf = (widths: readonly number[]) => widths.reduce((sum, width) => sum + width, 0);
/** As many characters fill A4 on its side between the margins: the widths of the form's columns together. */
const pageWidth = sumOf(formTables.services.columns.map(({ width }) => width));
const fonts = { title: '方正小标宋简体', heading: '黑体', body: '宋体' } as const;
/** 五号, the customary size of tables; a cell that would need more than a row can hold is set smaller. */
const bodySizes = [10.5, 9, 8, 7, 6, 5, 4.5] as const;
const bodySize = bodySizes[0];
/** Excel has no higher rows than 409 points. */
const highestRow = 400;
/** What A4 on its side leaves between the margins, in points, less a little for readers that measure differently. */
const formPageHeight = 475;
const thin: Partial<ExcelJS.Border> = { style: 'thin', color: { argb: 'FF000000' } };
const grid: Partial<ExcelJS.Borders> = { top: thin, left: thin, bottom: thin, right: thin };

function toValue(cell: Cell): ExcelJS.CellValue {
  if (cell === null || typeof cell !== 'object') return cell;
  return new Date(`${cell.day}T00:00:00Z`);
}

/** How many lines a text takes in a column at a size: Chinese characters are two wide, others one. */
function linesIn(text: string, width: number, size: number): number {
  const usable = ((width - 1.5) * bodySize) / size;
  return text.split('\n').reduce((lines, line) => {
    const wide = Array.from(line).reduce((sum, character) => sum + (character <= '\u00ff' ? 1.1 : 2), 0);
    return lines + Math.max(1, Math.ceil(wide / usable));
  }, 0);
}

function heightAt(text: string, width: number, size: number): number {
  return linesIn(text, width, size) * size * 1.45 + 8;
}

/** The largest size at which a cell's text fits a row, and the height it takes. */
function fit(cell: Cell, width: number): { size: number; height: number } {
  const text = typeof cell === 'string' ? cell : '';
  const size = bodySizes.find((each) => heightAt(text, width, each) <= highestRow) ?? bodySizes[6];
  return { size, height: Math.min(highestRow, heightAt(text, width, size)) };
}

/** Adds rows, and begins a new page where what belongs together would be torn apart. */
class Paper {
  private used = 0;
  /** A sheet that is wider than the form is printed smaller, so that more of it fits a page. */
  private readonly pageHeight: number;

  constructor(
    readonly sheet: ExcelJS.Worksheet,
    readonly widths: readonly number[],
  ) {
    this.pageHeight = (formPageHeight * sumOf(widths)) / pageWidth;
    widths.forEach((width, index) => {
      sheet.getColumn(index + 1).width = width;
    });
  }

  /** Row heights are written down: not every reader grows a row to its text, and a cut line is a lost fact. */
  add(values: ExcelJS.CellValue[], height: number): ExcelJS.Row {
    const row = this.sheet.addRow(values);
    row.height = height;
    this.used = this.used + height > this.pageHeight ? height : this.used + height;
    return row;
  }

  addWide(text: string, height: number): ExcelJS.Cell {
    const row = this.add([text], height);
    this.sheet.mergeCells(row.number, 1, row.number, this.widths.length);
    return row.getCell(1);
  }

  /** Begins a new page unless so much still fits on this one. */
  keepTogether(height: number): void {
    if (this.used + height <= this.pageHeight) return;
    this.sheet.lastRow?.addPageBreak();
    this.used = 0;
  }
}

function alignmentOf(kind: CellKind): Partial<ExcelJS.Alignment> {
  return { horizontal: kind === 'text' ? 'left' : 'center', vertical: 'middle', wrapText: true };
}

const headingHeight = 28;
const headHeight = 24;

/** One style object for all cells that look alike: ten thousand rows have a hundred thousand cells. */
const styles = new Map<string, Partial<ExcelJS.Style>>();

function styleFor(kind: CellKind, size: number, isBold: boolean): Partial<ExcelJS.Style> {
  const key = `${kind} ${size} ${isBold}`;
  const known = styles.get(key) ?? styleOf(kind, size, isBold);
  styles.set(key, known);
  return known;
}

function styleOf(kind: CellKind, size: number, isBold: boolean): Partial<ExcelJS.Style> {
  return {
    font: { name: isBold ? fonts.heading : fonts.body, size },
    alignment: alignmentOf(kind),
    border: grid,
    ...(kind === 'number' ? { numFmt: '0' } : {}),
    ...(kind === 'date' ? { numFmt: 'yyyy"年"m"月"d"日"' } : {}),
  };
}

function addTable(paper: Paper, { title, columns, rows, totals, note }: SheetTable): void {
  const { widths } = paper;
  // A table without rows still shows its grid, as the empty form does.
  const emptyRow: Cell[] = columns.map(() => null);
  const fitted = (rows.length === 0 ? [emptyRow] : rows).map((cells) => {
    const fits = cells.map((cell, index) => fit(cell, widths[index] ?? 0));
    return { cells, fits, height: Math.max(...fits.map(({ height }) => height)) };
  });
  paper.keepTogether((title === null ? 0 : headingHeight) + headHeight + (fitted[0]?.height ?? 0));

  if (title !== null) {
    const heading = paper.addWide(title, headingHeight);
    heading.font = { name: fonts.heading, size: 14 };
    heading.alignment = { horizontal: 'left', vertical: 'middle' };
  }

  const heights = columns.map((column, index) => heightAt(column.title, widths[index] ?? 0, bodySize));
  const head = paper.add(
    columns.map((column) => column.title),
    Math.max(headHeight, ...heights),
  );
  columns.forEach((_column, index) => {
    const cell = head.getCell(index + 1);
    cell.font = { name: fonts.heading, size: bodySize };
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    cell.border = grid;
  });

  const firstTotal = rows.length - totals;
  fitted.forEach(({ cells, fits, height }, rowIndex) => {
    const row = paper.add(cells.map(toValue), height);
    columns.forEach(({ kind }, index) => {
      row.getCell(index + 1).style = styleFor(
        kind,
        fits[index]?.size ?? bodySize,
        totals > 0 && rowIndex >= firstTotal,
      );
    });
  });

  if (note !== null) {
    const printed = paper.addWide(note, heightAt(note, sumOf(widths), bodySize));
    printed.font = { name: fonts.body, size: bodySize };
    printed.alignment = { horizontal: 'left', vertical: 'top', wrapText: true };
  }
  paper.add([], 12);
}

const pageSetup: Partial<ExcelJS.PageSetup> = {
  paperSize: 9,
  orientation: 'landscape',
  // Readers without the usual fonts measure columns wider; fitting keeps the last one on the page all the same.
  fitToPage: true,
  fitToWidth: 1,
  horizontalCentered: true,
  margins: { left: 0.6, right: 0.6, top: 0.75, bottom: 0.75, header: 0.3, footer: 0.3 },
};

function addSheet(
  workbook: ExcelJS.Workbook,
  { name, title, widths, isOnePage = false, tables }: SummarySheet,
  titleSize: number,
): void {
  const sheet = workbook.addWorksheet(name, {
    pageSetup: { ...pageSetup, fitToHeight: isOnePage ? 1 : 0 },
    headerFooter: { oddFooter: '第 &P 页，共 &N 页' },
    views: [{ showGridLines: false }],
  });
  const paper = new Paper(sheet, widths);
  const heading = paper.addWide(title, 40);
  heading.font = { name: fonts.title, size: titleSize };
  heading.alignment = { horizontal: 'center', vertical: 'middle' };
  for (const table of tables) addTable(paper, table);
  // The column titles of a sheet that is one table come again on every page.
  if (tables.length === 1 && tables[0]?.title === null) sheet.pageSetup.printTitlesRow = '2:2';
}

/**
 * The form as an .xlsx workbook, ready to print on A4 on its side, with the sheets that follow it.
 * Text cells are text whatever they begin with, so none starts a formula; numbers are numbers and full dates are dates.
 *
 * @param datedAt what the file says of its own making; the same content and date give the same bytes
 */
export async function writeWorkbook(
  form: FilledForm,
  sheets: readonly SummarySheet[],
  datedAt: number,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  workbook.created = new Date(datedAt);
  workbook.modified = new Date(datedAt);
  workbook.title = form.title;
  const { title, tables } = form;
  addSheet(workbook, { name: '情况汇总表', title, widths: widthsOf(tables), tables }, 20);
  for (const sheet of sheets) addSheet(workbook, sheet, 16);
  return repackArchive(new Uint8Array(await workbook.xlsx.writeBuffer()));
}
