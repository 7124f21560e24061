import { isLockedPdf, isWholePdf } from './pdf-structure';
import { findText, textAt } from './read-bytes';
import { readZipDirectory, type ZipEntry } from './zip-directory';

/** What a file is by its content: a name proves nothing (文件类型). */
export const fileKinds = {
  'image/jpeg': { extension: 'jpg', isPicture: true },
  'image/png': { extension: 'png', isPicture: true },
  'image/webp': { extension: 'webp', isPicture: true },
  'application/pdf': { extension: 'pdf', isPicture: false },
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': {
    extension: 'docx',
    isPicture: false,
  },
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {
    extension: 'xlsx',
    isPicture: false,
  },
} as const;
export type MediaType = keyof typeof fileKinds;

/** Kinds that are known and not taken, by what can be done about each. */
export const unwantedKinds = {
  'picture-is-heic': { isPicture: true },
  'picture-of-other-kind': { isPicture: true },
  'file-broken': { isPicture: false },
  'paper-of-old-kind': { isPicture: false },
  'paper-with-macros': { isPicture: false },
  'paper-locked': { isPicture: false },
} as const;
export type UnwantedKind = keyof typeof unwantedKinds;

const office = [
  ['word/document.xml', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/workbook.xml', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
] as const;

const macroPart = /vbaproject[^/]*\.bin$|^xl\/macrosheets\//;

/** The brands of pictures that iPhones take unless told otherwise, and of their newer kin. */
const heicBrands = new Set(['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']);

/**
 * The kind of a file: a picture's by its first bytes, for it is taken apart anyway; a paper's by how it is made, for it is
 * kept as it is. Null for any other.
 */
export function fileKindOf(bytes: Uint8Array): MediaType | UnwantedKind | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 0, 5) === '%PDF-') return pdfKindOf(bytes);
  if (textAt(bytes, 0, 4) === 'PK\x03\x04') return officeKindOf(readZipDirectory(bytes));
  if (textAt(bytes, 0, 8) === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return oldOfficeKindOf(bytes);
  return otherPictureKindOf(bytes);
}

/** Whether a kind is one that is taken. */
export function isTaken(kind: MediaType | UnwantedKind): kind is MediaType {
  return kind in fileKinds;
}

function pdfKindOf(bytes: Uint8Array): MediaType | UnwantedKind {
  if (!isWholePdf(bytes)) return 'file-broken';
  return isLockedPdf(bytes) ? 'paper-locked' : 'application/pdf';
}

function officeKindOf(entries: readonly ZipEntry[] | undefined): MediaType | UnwantedKind | null {
  if (entries === undefined) return 'file-broken';
  // Names of parts know no case, and some programs write them with backslashes.
  const names = entries.map(({ name }) => name.replaceAll('\\', '/').toLowerCase());
  const [, mediaType] = office.find(([part]) => names.includes(part)) ?? [];
  if (mediaType === undefined || !names.includes('[content_types].xml')) return null;
  if (entries.some(({ isEncrypted }) => isEncrypted)) return 'paper-locked';
  return names.some((name) => macroPart.test(name)) ? 'paper-with-macros' : mediaType;
}

/** A new document with a password lies inside the container of the old ones. */
function oldOfficeKindOf(bytes: Uint8Array): UnwantedKind {
  const encrypted = Array.from('EncryptedPackage').join('\0');
  return findText(bytes, encrypted, 0) === -1 ? 'paper-of-old-kind' : 'paper-locked';
}

function otherPictureKindOf(bytes: Uint8Array): UnwantedKind | null {
  const first = textAt(bytes, 0, 4);
  if (textAt(bytes, 4, 4) === 'ftyp') {
    if (heicBrands.has(textAt(bytes, 8, 4))) return 'picture-is-heic';
    return /^avi[fs]$/.test(textAt(bytes, 8, 4)) ? 'picture-of-other-kind' : null;
  }
  const isOther = /^(GIF8|BM..|II\*\0|MM\0\*)$/s.test(first);
  return isOther ? 'picture-of-other-kind' : null;
}
