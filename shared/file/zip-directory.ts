import { littleEndianAt, textAt } from './read-bytes';

/** A file in a zip, as its directory lists it. */
export interface ZipEntry {
  name: string;
  isEncrypted: boolean;
}

const directoryEnd = { signature: 'PK\x05\x06', length: 22 };
const directoryEntry = { signature: 'PK\x01\x02', length: 46 };
const localHeader = { signature: 'PK\x03\x04', length: 30 };
/** A comment is at most this long, so the end of the directory is found within. */
const longestComment = 65_535;

/**
 * The files in a zip, as its directory lists them; undefined for bytes that are no whole zip: each file is where the
 * directory says, under the same name, the first at the very beginning, and nothing follows the directory.
 */
export function readZipDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const end = endOfDirectory(bytes);
  if (end === undefined) return undefined;
  const count = littleEndianAt(bytes, end + 10, 2);
  const start = littleEndianAt(bytes, end + 16, 4);
  const entries: ZipEntry[] = [];
  let earliest = start;
  let at = start;
  for (let index = 0; index < count; index += 1) {
    if (textAt(bytes, at, 4) !== directoryEntry.signature) return undefined;
    const nameLength = littleEndianAt(bytes, at + 28, 2);
    const name = textAt(bytes, at + directoryEntry.length, nameLength);
    const file = {
      name,
      start: littleEndianAt(bytes, at + 42, 4),
      length: littleEndianAt(bytes, at + 20, 4),
    };
    if (!isThere(bytes, file, start)) return undefined;
    entries.push({ name, isEncrypted: (littleEndianAt(bytes, at + 8, 2) & 1) === 1 });
    earliest = Math.min(earliest, file.start);
    const [extraLength, commentLength] = [
      littleEndianAt(bytes, at + 30, 2),
      littleEndianAt(bytes, at + 32, 2),
    ];
    at += directoryEntry.length + nameLength + extraLength + commentLength;
  }
  return at === end && earliest === 0 ? entries : undefined;
}

/** Where the record stands that ends the directory and, with its comment, the file. */
function endOfDirectory(bytes: Uint8Array): number | undefined {
  const last = bytes.length - directoryEnd.length;
  for (let at = last; at >= Math.max(0, last - longestComment); at -= 1) {
    const isEnd = bytes[at] === 0x50 && textAt(bytes, at, 4) === directoryEnd.signature;
    if (isEnd && at + directoryEnd.length + littleEndianAt(bytes, at + 20, 2) === bytes.length) return at;
  }
  return undefined;
}

/** Whether a file's own header and bytes lie before the directory. */
function isThere(
  bytes: Uint8Array,
  { name, start, length }: { name: string; start: number; length: number },
  directory: number,
): boolean {
  const nameLength = littleEndianAt(bytes, start + 26, 2);
  const content = start + localHeader.length + nameLength + littleEndianAt(bytes, start + 28, 2);
  return (
    textAt(bytes, start, 4) === localHeader.signature &&
    textAt(bytes, start + localHeader.length, nameLength) === name &&
    content + length <= directory
  );
}
