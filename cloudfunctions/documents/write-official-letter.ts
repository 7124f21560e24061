import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  DocumentGridType,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IParagraphOptions,
} from 'docx';
import type {
  LetterColumn,
  LetterPart,
  LetterRole,
  OfficialLetter,
} from '#shared/official-form/official-letter';
import { repackArchive } from './repack-archive';

/** GB/T 9704-2012: A4 with a type area of 156 mm by 225 mm, 22 lines of 28 characters of 三号. */
const page = { width: 210, height: 297, top: 37, left: 28, right: 26, bottom: 35 } as const;
const linesOnPage = 22;
const charactersInLine = 28;
/** The page number's dash stands 7 mm below the type area; the footer is measured from the paper's edge. */
const footer = 23;

/** Sizes by their Chinese names, in half points as the format counts. */
const size = { 二号: 44, 三号: 32, 四号: 28, 小四: 24 } as const;
const typeface = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading1: '黑体',
  heading2: '楷体_GB2312',
  pageNumber: '宋体',
} as const;

const typeAreaWidth = convertMillimetersToTwip(page.width - page.left - page.right);
const linePitch = Math.floor(convertMillimetersToTwip(page.height - page.top - page.bottom) / linesOnPage);
/** How much closer than their size characters stand, so that 28 fill a line, in twentieths of a point. */
const closer = Math.floor(typeAreaWidth / charactersInLine - size.三号 * 10);
/** The same for the page's grid, in 4096ths of a point. */
const charSpace = Math.floor((typeAreaWidth / charactersInLine / 20 - size.三号 / 2) * 4096);

const roles: Record<LetterRole, { font: string; size: number; indented: boolean; keepNext: boolean }> = {
  heading1: { font: typeface.heading1, size: size.三号, indented: true, keepNext: true },
  heading2: { font: typeface.heading2, size: size.三号, indented: true, keepNext: true },
  body: { font: typeface.body, size: size.三号, indented: true, keepNext: false },
  note: { font: typeface.body, size: size.四号, indented: true, keepNext: false },
  signature: { font: typeface.body, size: size.三号, indented: false, keepNext: false },
};

function run(text: string, font: string, halfPoints: number): TextRun {
  return new TextRun({ text, font, size: halfPoints, characterSpacing: closer });
}

/** A paragraph whose lines are exactly the page's, so that every page holds 22. */
function lines(options: IParagraphOptions): Paragraph {
  return new Paragraph({
    spacing: { line: linePitch, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    widowControl: false,
    ...options,
  });
}

function centred(text: string, font: string, halfPoints: number): Paragraph {
  return lines({ alignment: AlignmentType.CENTER, keepNext: true, children: [run(text, font, halfPoints)] });
}

const blankLine = () => lines({ keepNext: true, children: [] });

/** A text as paragraphs: a line break in it begins a new one. */
function paragraphsOf(role: LetterRole, text: string): Paragraph[] {
  const { font, size: halfPoints, indented, keepNext } = roles[role];
  return text.split('\n').map((line) =>
    lines({
      alignment: role === 'signature' ? AlignmentType.RIGHT : AlignmentType.BOTH,
      keepNext,
      // Both: readers that do not know characters as a measure take the twips.
      indent: indented ? { firstLine: halfPoints * 20, firstLineChars: 200 } : { right: size.三号 * 20 },
      children: [run(line, font, halfPoints)],
    }),
  );
}

function cellOf(
  text: string,
  { align }: Pick<LetterColumn, 'align'>,
  width: number,
  font: string,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 80, right: 80, top: 40, bottom: 40 },
    children: text.split('\n').map(
      (line) =>
        new Paragraph({
          alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
          children: [run(line, font, size.小四)],
        }),
    ),
  });
}

function tableOf({ columns, rows }: Extract<LetterPart, { role: 'table' }>): Table {
  const shares = columns.reduce((sum, { share }) => sum + share, 0);
  const widths = columns.map(({ share }) => Math.floor((typeAreaWidth * share) / shares));
  const rowOf = (cells: readonly string[], font: string, isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: columns.map((column, index) =>
        cellOf(cells[index] ?? '', isHead ? { align: 'center' } : column, widths[index] ?? 0, font),
      ),
    });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: typeAreaWidth, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      rowOf(
        columns.map(({ title }) => title),
        typeface.heading1,
        true,
      ),
      ...rows.map((cells) => rowOf(cells, typeface.body, false)),
    ],
  });
}

/** The page number between dashes, one character in from the outer edge. */
function pageNumberAt(alignment: typeof AlignmentType.LEFT | typeof AlignmentType.RIGHT): Footer {
  const inset = size.四号 * 10;
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.LEFT ? { left: inset } : { right: inset },
        children: [
          new TextRun({
            children: ['— ', PageNumber.CURRENT, ' —'],
            font: typeface.pageNumber,
            size: size.四号,
          }),
        ],
      }),
    ],
  });
}

const dates = /<dcterms:(created|modified)[^>]*>[^<]*<\/dcterms:\1>/g;

function withoutDates(coreProperties: string): string {
  return coreProperties.replace(dates, '');
}

/**
 * The page declares its grid, and every line keeps to it by its own measure: readers differ in what they make of a grid
 * whose characters stand closer than their size, and the library has no word for leaving it.
 */
function offTheGrid(styles: string): string {
  const normal = /(<w:style [^>]*w:styleId="Normal"[^>]*>.*?)(<w:rPr>)/s;
  if (!normal.test(styles)) throw new Error('The letter has no style Normal');
  return styles.replace(normal, '$1<w:pPr><w:snapToGrid w:val="0"/></w:pPr>$2');
}

/**
 * An official letter (公文) as a .docx after GB/T 9704-2012: A4, margins of 37, 35, 28 and 26 mm, 22 lines of 28 characters,
 * the page's number between dashes at the outer edge. The same letter gives the same bytes.
 */
export async function writeOfficialLetter({ title, subtitle, parts }: OfficialLetter): Promise<Buffer> {
  const document = new Document({
    creator: '',
    lastModifiedBy: '',
    title: title.join(''),
    evenAndOddHeaderAndFooters: true,
    styles: {
      // The grid counts characters of this style: without it readers take another size and set fewer to a line.
      paragraphStyles: [
        {
          id: 'Normal',
          name: 'Normal',
          quickFormat: true,
          run: { font: typeface.body, size: size.三号, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
        },
      ],
    },
    sections: [
      {
        properties: {
          page: {
            size: {
              width: convertMillimetersToTwip(page.width),
              height: convertMillimetersToTwip(page.height),
            },
            margin: {
              top: convertMillimetersToTwip(page.top),
              right: convertMillimetersToTwip(page.right),
              bottom: convertMillimetersToTwip(page.bottom),
              left: convertMillimetersToTwip(page.left),
              footer: convertMillimetersToTwip(footer),
            },
          },
          grid: { type: DocumentGridType.LINES_AND_CHARS, linePitch, charSpace },
        },
        footers: {
          default: pageNumberAt(AlignmentType.RIGHT),
          even: pageNumberAt(AlignmentType.LEFT),
        },
        children: [
          ...title.map((line) => centred(line, typeface.title, size.二号)),
          ...(subtitle.length === 0 ? [] : [blankLine()]),
          ...subtitle.map((line) => centred(line, typeface.heading2, size.三号)),
          blankLine(),
          ...parts.flatMap((part): (Paragraph | Table)[] =>
            part.role === 'table' ? [tableOf(part)] : paragraphsOf(part.role, part.text),
          ),
        ],
      },
    ],
  });
  return repackArchive(new Uint8Array(await Packer.toBuffer(document)), {
    'docProps/core.xml': withoutDates,
    'word/styles.xml': offTheGrid,
  });
}
