import type { MediaType } from './file-kind';

/**
 * A picture without what its camera and editors wrote into it (去除位置等信息): EXIF with the position, XMP, IPTC, comments,
 * previews and whatever follows the picture's end. Only what is needed to draw it is kept, so that a kind of note that
 * nobody has thought of is dropped too. Which way is up is kept: phones write it beside the position.
 * Null for bytes that are no whole picture.
 */
export function stripPicture(mediaType: MediaType, bytes: Uint8Array): Uint8Array | null {
  if (mediaType === 'image/jpeg') return stripJpeg(bytes);
  if (mediaType === 'image/png') return stripPng(bytes);
  return mediaType === 'image/webp' ? stripWebp(bytes) : null;
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function textAt(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

function bytesOf(text: string): number[] {
  return Array.from(text, (character) => character.charCodeAt(0));
}

function numberAt(bytes: Uint8Array, at: number, length: number, isLittleEndian = false): number {
  let value = 0;
  for (let index = 0; index < length; index += 1) {
    value = value * 256 + (bytes[isLittleEndian ? at + length - 1 - index : at + index] ?? 0);
  }
  return value;
}

const orientationTag = 0x0112;

/** Which way is up, 1 to 8, as an EXIF block states it; null when it states nothing, or 1, which needs no stating. */
function orientationIn(tiff: Uint8Array): number | null {
  const isLittleEndian = textAt(tiff, 0, 2) === 'II';
  const read = (at: number, length: number) => numberAt(tiff, at, length, isLittleEndian);
  const directory = read(4, 4);
  const count = Math.min(read(directory, 2), 200);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (read(entry, 2) !== orientationTag) continue;
    const orientation = read(entry + 8, 2);
    return orientation > 1 && orientation <= 8 ? orientation : null;
  }
  return null;
}

/** An EXIF block that says which way is up, and nothing else. */
function tiffWith(orientation: number): number[] {
  return [
    ...bytesOf('MM'),
    ...[0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[orientationTag >> 8, orientationTag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
}

const exifName = 'Exif\0\0';

function jpegSegment(marker: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2;
  return new Uint8Array([0xff, marker, length >> 8, length & 0xff, ...content]);
}

/** Whether a segment is needed to draw the picture: tables, frames, colours; of the applications' own, three. */
function isDrawn(bytes: Uint8Array, at: number, marker: number): boolean {
  const isComment = marker === 0xfe;
  const isApplication = marker >= 0xe0 && marker <= 0xef;
  if (!isApplication) return !isComment && marker >= 0xc0;
  const content = at + 4;
  if (marker === 0xe0) return textAt(bytes, content, 5) === 'JFIF\0';
  if (marker === 0xe2) return textAt(bytes, content, 12) === 'ICC_PROFILE\0';
  return marker === 0xee && textAt(bytes, content, 5) === 'Adobe';
}

/** Where the picture's data after a start of scan ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at + 1 < bytes.length) {
    const next = bytes[at + 1] ?? 0;
    const isMarker = bytes[at] === 0xff && next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7);
    if (isMarker) return at;
    at += 1;
  }
  return bytes.length;
}

function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [];
  let orientation: number | null = null;
  let at = 2;
  while (at + 3 < bytes.length || bytes[at + 1] === 0xd9) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      const up =
        orientation === null ? [] : [jpegSegment(0xe1, [...bytesOf(exifName), ...tiffWith(orientation)])];
      // A JFIF header, where there is one, comes first.
      const headers = kept[0]?.[1] === 0xe0 ? 1 : 0;
      const inOrder = [...kept.slice(0, headers), ...up, ...kept.slice(headers)];
      return join([bytes.subarray(0, 2), ...inOrder, bytes.subarray(at, at + 2)]);
    }
    const end = at + 2 + numberAt(bytes, at + 2, 2);
    if (end < at + 4 || end > bytes.length) return null;
    if (marker === 0xe1 && textAt(bytes, at + 4, 6) === exifName) {
      orientation ??= orientationIn(bytes.subarray(at + 10, end));
    }
    if (isDrawn(bytes, at, marker)) kept.push(bytes.subarray(at, end));
    at = end;
    if (marker === 0xda) {
      const scanned = endOfScan(bytes, at);
      kept.push(bytes.subarray(at, scanned));
      at = scanned;
    }
  }
  return null;
}

/** What a PNG is drawn from, and what moves in it. */
const drawnChunks = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'cICP'],
  ...['bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);

let crcTable: Uint32Array | null = null;

/** The checksum at the end of a PNG's chunk. */
function crcOf(bytes: readonly number[]): number {
  crcTable ??= Uint32Array.from({ length: 256 }, (_each, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crcTable[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function bigEndian(value: number): number[] {
  return [value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

function littleEndian(value: number): number[] {
  return bigEndian(value).reverse();
}

function pngChunk(name: string, content: readonly number[]): Uint8Array {
  const named = [...bytesOf(name), ...content];
  return new Uint8Array([...bigEndian(content.length), ...named, ...bigEndian(crcOf(named))]);
}

const pngHeaderLength = 8;

function stripPng(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [bytes.subarray(0, pngHeaderLength)];
  let at = pngHeaderLength;
  while (at + 12 <= bytes.length) {
    const length = numberAt(bytes, at, 4);
    const name = textAt(bytes, at + 4, 4);
    const end = at + 12 + length;
    if (end > bytes.length || (at === pngHeaderLength && name !== 'IHDR')) return null;
    const orientation = name === 'eXIf' ? orientationIn(bytes.subarray(at + 8, end - 4)) : null;
    if (orientation !== null) kept.push(pngChunk('eXIf', tiffWith(orientation)));
    if (drawnChunks.has(name)) kept.push(bytes.subarray(at, end));
    if (name === 'IEND') return join(kept);
    at = end;
  }
  return null;
}

const drawnWebp = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
const exifFlag = 0x08;
const xmpFlag = 0x04;

function stripWebp(bytes: Uint8Array): Uint8Array | null {
  const kept: Uint8Array[] = [];
  let orientation: number | null = null;
  let at = 12;
  const size = 8 + numberAt(bytes, 4, 4, true);
  if (size > bytes.length) return null;
  while (at + 8 <= size) {
    const name = textAt(bytes, at, 4);
    const length = numberAt(bytes, at + 4, 4, true);
    const end = at + 8 + length + (length % 2);
    if (at + 8 + length > size) return null;
    const chunk = bytes.subarray(at, Math.min(end, size));
    if (name === 'EXIF') {
      const isNamed = textAt(chunk, 8, 6) === exifName;
      orientation ??= orientationIn(chunk.subarray(isNamed ? 14 : 8));
    }
    if (drawnWebp.has(name)) kept.push(chunk);
    at = end;
  }
  const [first] = kept;
  if (first === undefined) return null;
  if (textAt(first, 0, 4) === 'VP8X') {
    const header = Uint8Array.from(first);
    const flags = (header[8] ?? 0) & ~(exifFlag | xmpFlag);
    header[8] = orientation === null ? flags : flags | exifFlag;
    kept[0] = header;
    if (orientation !== null) {
      const tiff = tiffWith(orientation);
      kept.push(new Uint8Array([...bytesOf('EXIF'), ...littleEndian(tiff.length), ...tiff]));
    }
  }
  const content = join(kept);
  return join([
    new Uint8Array([...bytesOf('RIFF'), ...littleEndian(content.length + 4), ...bytesOf('WEBP')]),
    content,
  ]);
}
