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

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function littleEndian(bytes: Uint8Array, at: number, length: number): number {
  let value = 0;
  for (let index = length - 1; index >= 0; index -= 1) value = value * 256 + (bytes[at + index] ?? 0);
  return value;
}

const endOfDirectory = 'PK\x05\x06';
const directoryEntry = 'PK\x01\x02';
const endLength = 22;
const entryLength = 46;
/** A comment of a zip is at most this long, so its end is found within. */
const longestComment = 65_535;

/** The names of the files in a zip, as its directory lists them; none when it is no zip that can be read. */
function namesInZip(bytes: Uint8Array): string[] {
  const earliest = Math.max(0, bytes.length - endLength - longestComment);
  for (let at = bytes.length - endLength; at >= earliest; at -= 1) {
    if (textAt(bytes, at, 4) !== endOfDirectory) continue;
    const names: string[] = [];
    const count = littleEndian(bytes, at + 10, 2);
    let entry = littleEndian(bytes, at + 16, 4);
    for (let index = 0; index < count; index += 1) {
      if (textAt(bytes, entry, 4) !== directoryEntry) return [];
      const nameLength = littleEndian(bytes, entry + 28, 2);
      names.push(textAt(bytes, entry + entryLength, nameLength));
      entry +=
        entryLength + nameLength + littleEndian(bytes, entry + 30, 2) + littleEndian(bytes, entry + 32, 2);
    }
    return names;
  }
  return [];
}

function officeKindOf(bytes: Uint8Array): MediaType | null {
  const names = namesInZip(bytes);
  if (!names.includes('[Content_Types].xml') || names.some((name) => /vbaProject\.bin$/i.test(name)))
    return null;
  if (names.includes('word/document.xml'))
    return 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
  if (names.includes('xl/workbook.xml'))
    return 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return null;
}

/** The kind of a file, by its first bytes and, for an office document, by what is in it; null for any other. */
export function fileKindOf(bytes: Uint8Array): MediaType | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  if (textAt(bytes, 0, 8) === '\x89PNG\r\n\x1a\n') return 'image/png';
  if (textAt(bytes, 0, 4) === 'RIFF' && textAt(bytes, 8, 4) === 'WEBP') return 'image/webp';
  if (textAt(bytes, 0, 5) === '%PDF-') return 'application/pdf';
  if (textAt(bytes, 0, 4) === 'PK\x03\x04') return officeKindOf(bytes);
  return null;
}
