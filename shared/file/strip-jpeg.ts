import { isPlainProfile } from './colour-profile';
import { exifName, orientationIn, tiffWith } from './exif-orientation';
import type { PictureSize } from './picture-size';
import { bigEndianAt, textAt } from './read-bytes';
import type { Stripped } from './stripped';
import { bytesOf, joinBytes } from './write-bytes';

const marker = { soi: 0xd8, eoi: 0xd9, sos: 0xda, dht: 0xc4, dqt: 0xdb, dri: 0xdd } as const;
const app = { jfif: 0xe0, exif: 0xe1, profile: 0xe2, adobe: 0xee } as const;
/** Baseline, extended and progressive: what every phone draws. */
const frames = new Set([0xc0, 0xc1, 0xc2]);
/** Frames of other procedures, which none draws. */
const otherFrames = new Set([0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

const profileName = 'ICC_PROFILE\0';
const longestProfilePart = 0xffff - 2 - profileName.length - 2;

interface Segment {
  marker: number;
  content: Uint8Array;
}

/** What is kept of a JPEG while it is read. */
interface Reading {
  header: Uint8Array | null;
  orientation: number | null;
  profile: { part: number; of: number; bytes: Uint8Array }[];
  adobe: Uint8Array | null;
  size: PictureSize | null;
  hasTables: boolean;
  hasScan: boolean;
  drawn: Uint8Array[];
}

/** A JPEG of what it is drawn from; undefined for bytes that are no whole JPEG. */
export function stripJpeg(bytes: Uint8Array): Stripped | undefined {
  const reading: Reading = {
    header: null,
    orientation: null,
    profile: [],
    adobe: null,
    size: null,
    hasTables: false,
    hasScan: false,
    drawn: [],
  };
  let at = 2;
  while (at + 1 < bytes.length) {
    const code = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return undefined;
    if (code === 0xff) {
      at += 1;
      continue;
    }
    if (code === marker.eoi) return finish(reading);
    const end = at + 2 + bigEndianAt(bytes, at + 2, 2);
    if (end < at + 4 || end > bytes.length) return undefined;
    const segment = { marker: code, content: bytes.subarray(at + 4, end) };
    if (!take(segment, bytes.subarray(at, end), reading)) return undefined;
    at = end;
    if (code !== marker.sos) continue;
    const scanned = endOfScan(bytes, at);
    reading.drawn.push(bytes.subarray(at, scanned));
    at = scanned;
  }
  return undefined;
}

/** Keeps of a segment what is needed; false when the picture cannot be drawn. */
function take(segment: Segment, whole: Uint8Array, reading: Reading): boolean {
  const { marker: code, content } = segment;
  if (otherFrames.has(code)) return false;
  if (code >= 0xe0 && code <= 0xef) {
    takeApplication(segment, reading);
    return true;
  }
  if (frames.has(code)) return takeFrame(content, whole, reading);
  if (code === marker.dqt || code === marker.dht || code === marker.dri || code === marker.sos)
    return takeTable(segment, whole, reading);
  // Comments, and whatever else is not drawn.
  return true;
}

function takeApplication({ marker: code, content }: Segment, reading: Reading): void {
  if (code === app.jfif && textAt(content, 0, 5) === 'JFIF\0' && content.length >= 14) {
    // Version and density; of a small preview, that there is none.
    reading.header ??= segmentOf(app.jfif, [...content.subarray(0, 12), 0, 0]);
  } else if (code === app.exif && textAt(content, 0, 6) === exifName) {
    reading.orientation ??= orientationIn(content.subarray(6));
  } else if (code === app.profile && textAt(content, 0, 12) === profileName) {
    reading.profile.push({ part: content[12] ?? 0, of: content[13] ?? 0, bytes: content.subarray(14) });
  } else if (code === app.adobe && textAt(content, 0, 5) === 'Adobe' && content.length >= 12) {
    reading.adobe ??= segmentOf(app.adobe, [...content.subarray(0, 12)]);
  }
}

function takeFrame(content: Uint8Array, whole: Uint8Array, reading: Reading): boolean {
  const isWhole = content.length === 6 + 3 * (content[5] ?? 0);
  if (reading.size !== null || !isWhole) return false;
  reading.size = { height: bigEndianAt(content, 1, 2), width: bigEndianAt(content, 3, 2) };
  reading.drawn.push(whole);
  return true;
}

function takeTable({ marker: code, content }: Segment, whole: Uint8Array, reading: Reading): boolean {
  if (!isExact(code, content) || (code === marker.sos && reading.size === null)) return false;
  reading.hasTables ||= code === marker.dqt;
  reading.hasScan ||= code === marker.sos;
  reading.drawn.push(whole);
  return true;
}

/** Whether a table is as long as what it says it holds: what is longer carries something else. */
function isExact(code: number, content: Uint8Array): boolean {
  if (code === marker.dri) return content.length === 2;
  if (code === marker.sos) return content.length === 4 + 2 * (content[0] ?? 0);
  let at = 0;
  while (at < content.length) at += code === marker.dqt ? quantisation(content, at) : huffman(content, at);
  return at === content.length && at > 0;
}

function quantisation(content: Uint8Array, at: number): number {
  return 1 + ((content[at] ?? 0) >> 4 === 0 ? 64 : 128);
}

function huffman(content: Uint8Array, at: number): number {
  return content.subarray(at + 1, at + 17).reduce((length, count) => length + count, 17);
}

/** Where the picture's data after a start of scan ends: at the next marker that is no restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1] ?? 0;
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
  }
  return bytes.length;
}

function segmentOf(code: number, content: readonly number[]): Uint8Array {
  const length = content.length + 2;
  return new Uint8Array([0xff, code, length >> 8, length & 0xff, ...content]);
}

function finish(reading: Reading): Stripped | undefined {
  const { header, orientation, adobe, size, drawn } = reading;
  if (size === null || !reading.hasTables || !reading.hasScan) return undefined;
  const up =
    orientation === null ? [] : [segmentOf(app.exif, [...bytesOf(exifName), ...tiffWith(orientation)])];
  const bytes = joinBytes([
    new Uint8Array([0xff, marker.soi]),
    ...(header === null ? [] : [header]),
    ...up,
    ...profileSegments(reading),
    ...(adobe === null ? [] : [adobe]),
    ...drawn,
    new Uint8Array([0xff, marker.eoi]),
  ]);
  return { bytes, size };
}

/** The colour profile, put together from its parts and taken apart again; none when it is not plain. */
function profileSegments({ profile }: Reading): Uint8Array[] {
  const parts = [...profile].sort((one, other) => one.part - other.part);
  const isWhole = parts.every(({ part, of }, index) => part === index + 1 && of === parts.length);
  const whole = joinBytes(parts.map(({ bytes }) => bytes));
  if (!isWhole || !isPlainProfile(whole)) return [];
  const count = Math.ceil(whole.length / longestProfilePart);
  return Array.from({ length: count }, (_each, index) => {
    const part = whole.subarray(index * longestProfilePart, (index + 1) * longestProfilePart);
    return segmentOf(app.profile, [...bytesOf(profileName), index + 1, count, ...part]);
  });
}
