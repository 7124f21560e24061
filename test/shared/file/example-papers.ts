import { strToU8, zipSync } from 'fflate';

/** A zip of files that hold nothing much. */
export function zipOf(...names: string[]): Uint8Array {
  return zipSync(Object.fromEntries(names.map((name) => [name, strToU8('<xml/>')])));
}

export const docx = zipOf('[Content_Types].xml', '_rels/.rels', 'word/document.xml');
export const xlsx = zipOf('[Content_Types].xml', 'xl/workbook.xml', 'xl/worksheets/sheet1.xml');

const objects =
  '%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[]/Count 0>>\nendobj\n';

/** A PDF with a table of objects as it was first written; the trailer may say more. */
export function pdfWithTable(inTrailer = ''): Uint8Array {
  const table = 'xref\n0 3\n0000000000 65535 f \n0000000009 00000 n \n0000000055 00000 n \n';
  const trailer = `trailer\n<</Size 3/Root 1 0 R${inTrailer}>>\nstartxref\n${objects.length}\n%%EOF\n`;
  return strToU8(objects + table + trailer);
}

/** A PDF whose table of objects is an object of its own, as newer programs write it. */
export function pdfWithStream(inDictionary = ''): Uint8Array {
  const table = `3 0 obj\n<</Type/XRef/Size 4/W[1 2 1]/Root 1 0 R${inDictionary}/Length 16>>\nstream\n0123456789abcdef\nendstream\nendobj\n`;
  return strToU8(`${objects}${table}startxref\n${objects.length}\n%%EOF`);
}

/** A container of the old programs, with one name in it. */
export function oldContainer(name: string): Uint8Array {
  const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
  return Uint8Array.from([...signature, ...new Uint8Array(504), ...Buffer.from(name, 'utf16le')]);
}
