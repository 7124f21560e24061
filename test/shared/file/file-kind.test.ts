import { strToU8 } from 'fflate';
import { fileKindOf } from '#shared/file/file-kind';
import { docx, oldContainer, pdfWithStream, pdfWithTable, xlsx, zipOf } from './example-papers';
import { jpeg, png, webp } from './example-pictures';

const wordKind = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const excelKind = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const joined = (...parts: (Uint8Array | string)[]): Uint8Array =>
  Uint8Array.from(
    parts.flatMap((part) => [...(typeof part === 'string' ? Buffer.from(part, 'latin1') : part)]),
  );

test.each([
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a PNG', png, 'image/png'],
  ['a WebP', webp, 'image/webp'],
  ['a PDF with a table', pdfWithTable(), 'application/pdf'],
  ['a PDF with a stream for a table', pdfWithStream(), 'application/pdf'],
  ['a PDF with padding behind its end', joined(pdfWithTable(), '\r\n\0\0'), 'application/pdf'],
  ['a PDF that was added to', joined(pdfWithTable(), pdfWithTable().slice(9)), 'application/pdf'],
  ['a Word document', docx, wordKind],
  ['a workbook', xlsx, excelKind],
  ['a workbook zipped with backslashes', zipOf('[Content_Types].xml', 'xl\\workbook.xml'), excelKind],
])('%s is known by its content', (_what, bytes, kind) => {
  expect(fileKindOf(bytes)).toBe(kind);
});

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array(0)],
  ['a text', strToU8('双创周')],
  ['a page', strToU8('<!doctype html><script>alert(1)</script>')],
  ['a drawing that may run scripts', strToU8('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
  ['a film', joined('\0\0\0\x18ftypisom')],
  ['a zip of anything', zipOf('readme.txt')],
  ['a zip with a document’s part and no list of parts', zipOf('word/document.xml')],
])('%s is none of the kinds', (_what, bytes) => {
  expect(fileKindOf(bytes)).toBeNull();
});

test.each<[string, Uint8Array, string]>([
  ['a photo of an iPhone', joined('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), 'picture-is-heic'],
  ['a photo of its newer kin', joined('\0\0\0\x18ftypmif1'), 'picture-is-heic'],
  ['an AVIF', joined('\0\0\0\x18ftypavif'), 'picture-of-other-kind'],
  ['a GIF', joined('GIF89a\x01\0\x01\0'), 'picture-of-other-kind'],
  ['a BMP', joined('BM\x10\0\0\0'), 'picture-of-other-kind'],
  ['a TIFF', joined('II*\0\x08\0\0\0'), 'picture-of-other-kind'],
  ['a document of the old Word', oldContainer('WordDocument'), 'paper-of-old-kind'],
  ['a document with a password', oldContainer('EncryptedPackage'), 'paper-locked'],
  [
    'a document with macros',
    zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'),
    'paper-with-macros',
  ],
  [
    'a workbook with macros of the old kind',
    zipOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/macrosheets/sheet1.xml'),
    'paper-with-macros',
  ],
  ['a PDF with a password', pdfWithTable('/Encrypt 5 0 R'), 'paper-locked'],
  ['a newer PDF with a password', pdfWithStream('/Encrypt<</Filter/Standard>>'), 'paper-locked'],
])('%s is known and not taken', (_what, bytes, kind) => {
  expect(fileKindOf(bytes)).toBe(kind);
});

test('a zip with a password on a file is locked', () => {
  const locked = Uint8Array.from(docx);
  const directory = Buffer.from(docx).indexOf('PK\x01\x02');
  locked[directory + 8] = 1;
  expect(fileKindOf(locked)).toBe('paper-locked');
});

describe('a paper that is not whole', () => {
  const text = Buffer.from(pdfWithTable()).toString('latin1');

  test.each<[string, Uint8Array]>([
    ['five characters of a PDF', joined('%PDF-')],
    ['a first line of a PDF', joined('%PDF-1.7\n')],
    ['a PDF of no version', joined(text.replace('1.7', '9.x'))],
    ['half a PDF', pdfWithTable().slice(0, 120)],
    ['a PDF without its end', joined(text.replace('%%EOF', ''))],
    ['a PDF whose end points to nothing', joined(text.replace(/startxref\n\d+/, 'startxref\n5'))],
    ['a PDF whose end points behind it', joined(text.replace(/startxref\n\d+/, 'startxref\n99999'))],
    ['a PDF without a root', joined(text.replace('/Root', '/Loot'))],
    ['a PDF with a page behind it', joined(text, '<html><script>alert(1)</script>')],
    ['a document cut in half', docx.slice(0, docx.length / 2)],
    ['a document without its last byte', docx.slice(0, -1)],
    ['a document with a page behind it', joined(docx, '<html>')],
    ['a zip with the name of a document behind it', joined(zipOf('a'), 'word/document.xml')],
    ['a document behind another zip', joined(zipOf('a'), docx)],
    [
      'a directory of files that are not there',
      joined('PK\x03\x04', docx.slice(Buffer.from(docx).indexOf('PK\x01\x02'))),
    ],
  ])('%s is broken', (_what, bytes) => {
    expect(fileKindOf(bytes)).toBe('file-broken');
  });

  test('is broken or unknown wherever it is cut, and ends', () => {
    for (const whole of [docx, xlsx, pdfWithTable(), pdfWithStream()]) {
      for (let length = 5; length < whole.length - 8; length += 3) {
        expect(fileKindOf(whole.slice(0, length))).toBe('file-broken');
      }
    }
  });
});
