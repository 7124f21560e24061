import { orientationIn, tiffWith } from './exif-orientation';
import { bigEndianAt, textAt } from './read-bytes';
import type { Stripped } from './stripped';
import { bigEndian, bytesOf, joinBytes } from './write-bytes';

/** What a PNG is drawn from, and whether a content of so many bytes can be it. */
const drawnChunks: Readonly<Record<string, (length: number) => boolean>> = {
  IHDR: (length) => length === 13,
  PLTE: (length) => length > 0 && length <= 768 && length % 3 === 0,
  tRNS: (length) => length > 0 && length <= 256,
  gAMA: (length) => length === 4,
  cHRM: (length) => length === 32,
  sRGB: (length) => length === 1,
  sBIT: (length) => length > 0 && length <= 4,
  bKGD: (length) => length === 1 || length === 2 || length === 6,
  IDAT: () => true,
  IEND: (length) => length === 0,
};

/** How many bits a sample has, for each way of storing colours. */
const depths: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
};

const signatureLength = 8;
/** Length, name and checksum around a chunk's content. */
const frameLength = 12;

interface Chunk {
  name: string;
  content: Uint8Array;
  whole: Uint8Array;
}

/** The chunks up to the end of the picture; undefined when they do not reach it. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const chunks: Chunk[] = [];
  let at = signatureLength;
  while (at + frameLength <= bytes.length) {
    const end = at + frameLength + bigEndianAt(bytes, at, 4);
    if (end > bytes.length) return undefined;
    const name = textAt(bytes, at + 4, 4);
    chunks.push({ name, content: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) });
    if (name === 'IEND') return chunks;
    at = end;
  }
  return undefined;
}

/**
 * A PNG of what it is drawn from; undefined for bytes that are no whole PNG. A colour profile is dropped: it is packed,
 * so nobody can say what else is in it.
 */
export function stripPng(bytes: Uint8Array): Stripped | undefined {
  const chunks = chunksOf(bytes);
  const [first] = chunks ?? [];
  if (chunks === undefined || first?.name !== 'IHDR') return undefined;
  if (chunks.some(({ name }) => name === 'acTL')) return 'moves';
  const kept = chunks.filter(({ name }) => name in drawnChunks);
  const isWhole =
    kept.every(isSound) && isHeader(first.content) && isInOrder(chunks) && chunks.every(isKnown);
  if (!isWhole) return undefined;
  const orientation = chunks.reduce<number | null>(
    (found, { name, content }) => found ?? (name === 'eXIf' ? orientationIn(content) : null),
    null,
  );
  const [header, ...others] = kept.map(({ whole }) => whole);
  return {
    size: { width: bigEndianAt(first.content, 0, 4), height: bigEndianAt(first.content, 4, 4) },
    bytes: joinBytes([
      bytes.subarray(0, signatureLength),
      ...(header === undefined ? [] : [header]),
      ...(orientation === null ? [] : [chunkOf('eXIf', tiffWith(orientation))]),
      ...others,
    ]),
  };
}

function isSound({ name, content, whole }: Chunk): boolean {
  const checksum = bigEndianAt(whole, whole.length - 4, 4);
  return drawnChunks[name]?.(content.length) === true && crcOf(whole.subarray(4, -4)) === checksum;
}

function isHeader(content: Uint8Array): boolean {
  const [depth = 0, colours = 0, compression, filter, interlace = 0] = content.subarray(8);
  return depths[colours]?.includes(depth) === true && compression === 0 && filter === 0 && interlace <= 1;
}

/** Whether there is one header and palette at most, and the picture's data in one row of chunks. */
function isInOrder(chunks: readonly Chunk[]): boolean {
  const names = chunks.map(({ name }) => name);
  const count = (wanted: string) => names.filter((name) => name === wanted).length;
  const data = count('IDAT');
  const isOneRow = names.lastIndexOf('IDAT') - names.indexOf('IDAT') + 1 === data;
  return data > 0 && isOneRow && count('IHDR') === 1 && count('PLTE') <= 1;
}

/** A chunk whose name begins with a capital is needed to draw the picture. */
function isKnown({ name }: Chunk): boolean {
  return name in drawnChunks || /^[a-z]/.test(name);
}

function chunkOf(name: string, content: readonly number[]): Uint8Array {
  const named = [...bytesOf(name), ...content];
  const checksum = crcOf(Uint8Array.from(named));
  return new Uint8Array([...bigEndian(content.length), ...named, ...bigEndian(checksum)]);
}

/** Made at its first use: most who import this strip nothing. */
let crcTable: Uint32Array | null = null;

function makeCrcTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_each, index) => {
    let value = index;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
}

/** The checksum at the end of a PNG's chunk. */
function crcOf(bytes: Uint8Array): number {
  const table = (crcTable ??= makeCrcTable());
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
