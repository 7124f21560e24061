import { isPlainProfile } from './colour-profile';
import { exifName, orientationIn, tiffWith } from './exif-orientation';
import type { PictureSize } from './picture-size';
import { littleEndianAt, textAt } from './read-bytes';
import type { Stripped } from './stripped';
import { bytesOf, joinBytes, littleEndian } from './write-bytes';

/** What the header of an extended WebP announces. */
const flag = { profile: 0x20, alpha: 0x10, exif: 0x08, animation: 0x02 } as const;

interface Chunk {
  name: string;
  content: Uint8Array;
}

/** The chunks inside the length that the file states; undefined when it is cut off. */
function chunksOf(bytes: Uint8Array): Chunk[] | undefined {
  const size = 8 + littleEndianAt(bytes, 4, 4);
  if (size > bytes.length) return undefined;
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= size) {
    const start = at + 8;
    const length = littleEndianAt(bytes, at + 4, 4);
    if (start + length > size) return undefined;
    chunks.push({ name: textAt(bytes, at, 4), content: bytes.subarray(start, start + length) });
    at = start + length + (length % 2);
  }
  return chunks;
}

/** A WebP of what it is drawn from; undefined for bytes that are no whole WebP. */
export function stripWebp(bytes: Uint8Array): Stripped | undefined {
  const chunks = chunksOf(bytes) ?? [];
  const named = (wanted: string) => chunks.find(({ name }) => name === wanted);
  const header = named('VP8X');
  const isAnimated = ((header?.content[0] ?? 0) & flag.animation) !== 0;
  if (isAnimated || named('ANIM') !== undefined || named('ANMF') !== undefined) return 'moves';
  const images = chunks.filter(({ name }) => name === 'VP8 ' || name === 'VP8L');
  const [image] = images;
  if (image === undefined || images.length > 1) return undefined;
  const size = sizeOf(image);
  if (size === undefined) return undefined;
  if (header === undefined) {
    return image === chunks[0] ? { size, bytes: riffOf([image]) } : undefined;
  }
  const canvas = {
    width: littleEndianAt(header.content, 4, 3) + 1,
    height: littleEndianAt(header.content, 7, 3) + 1,
  };
  const isOneSize = canvas.width === size.width && canvas.height === size.height;
  if (header !== chunks[0] || header.content.length !== 10 || !isOneSize) return undefined;
  return { size, bytes: riffOf(extended(header, chunks, image)) };
}

/** The header and what it announces: alpha, a plain colour profile, and which way is up. */
function extended(header: Chunk, chunks: readonly Chunk[], image: Chunk): Chunk[] {
  const profile = chunks.find(({ name, content }) => name === 'ICCP' && isPlainProfile(content));
  const alpha = chunks.find(({ name }) => name === 'ALPH' && image.name === 'VP8 ');
  const exif = chunks.find(({ name }) => name === 'EXIF')?.content;
  const orientation =
    exif === undefined ? null : orientationIn(textAt(exif, 0, 6) === exifName ? exif.subarray(6) : exif);
  const isTransparent = alpha !== undefined || image.name === 'VP8L';
  const flags =
    (profile === undefined ? 0 : flag.profile) |
    (isTransparent ? (header.content[0] ?? 0) & flag.alpha : 0) |
    (orientation === null ? 0 : flag.exif);
  return [
    { name: 'VP8X', content: new Uint8Array([flags, 0, 0, 0, ...header.content.subarray(4)]) },
    ...(profile === undefined ? [] : [profile]),
    ...(alpha === undefined ? [] : [alpha]),
    image,
    ...(orientation === null ? [] : [{ name: 'EXIF', content: new Uint8Array(tiffWith(orientation)) }]),
  ];
}

/** The size that the picture's own data states; undefined when it is none that is drawn. */
function sizeOf({ name, content }: Chunk): PictureSize | undefined {
  if (name === 'VP8L') {
    if (content[0] !== 0x2f) return undefined;
    const sides = littleEndianAt(content, 1, 4);
    return { width: (sides & 0x3fff) + 1, height: ((sides >>> 14) & 0x3fff) + 1 };
  }
  const isKeyFrame = ((content[0] ?? 1) & 1) === 0 && textAt(content, 3, 3) === '\x9d\x01*';
  if (!isKeyFrame) return undefined;
  return { width: littleEndianAt(content, 6, 2) & 0x3fff, height: littleEndianAt(content, 8, 2) & 0x3fff };
}

function riffOf(chunks: readonly Chunk[]): Uint8Array {
  const content = joinBytes(
    chunks.flatMap(({ name, content: bytes }) => [
      new Uint8Array([...bytesOf(name), ...littleEndian(bytes.length)]),
      bytes,
      new Uint8Array(bytes.length % 2),
    ]),
  );
  return joinBytes([
    new Uint8Array([...bytesOf('RIFF'), ...littleEndian(content.length + 4), ...bytesOf('WEBP')]),
    content,
  ]);
}
