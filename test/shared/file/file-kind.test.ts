import { strToU8, zipSync } from 'fflate';
import { fileKindOf } from '#shared/file/file-kind';
import { jpeg, png, webp } from './example-pictures';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

function zipOf(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<xml/>')])));
}

test.each([
  ['a JPEG', jpeg, 'image/jpeg'],
  ['a PNG', png, 'image/png'],
  ['a WebP', webp, 'image/webp'],
  ['a PDF', strToU8('%PDF-1.7\n'), 'application/pdf'],
  ['a Word document', zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), docx],
  ['a workbook', zipOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml'), xlsx],
])('%s is known by its content', (_what, bytes, kind) => {
  expect(fileKindOf(bytes)).toBe(kind);
});

test.each<[string, Uint8Array]>([
  ['nothing', new Uint8Array(0)],
  ['a text', strToU8('双创周')],
  ['a page', strToU8('<!doctype html><script>alert(1)</script>')],
  ['a GIF', strToU8('GIF89a')],
  ['a program', Uint8Array.from([0x4d, 0x5a, 0x90, 0])],
  ['a zip of anything', zipOf('readme.txt')],
  [
    'a zip with the name of a document in a comment',
    Uint8Array.from([...zipOf('a'), ...strToU8('word/document.xml')]),
  ],
  ['a document with macros', zipOf('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin')],
  ['a zip without its end', zipOf('[Content_Types].xml', 'word/document.xml').slice(0, 90)],
])('%s is none of the kinds', (_what, bytes) => {
  expect(fileKindOf(bytes)).toBeNull();
});
