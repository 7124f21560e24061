import { crc32 } from 'node:zlib';

/** Small pictures as a browser encodes them, with a colour profile each. */
const encoded = {
  jpeg: [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh',
    'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB',
    'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA',
    'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y',
    'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM',
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0o',
    'OjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/2wBDARESEhgVGC8aGi9jQjhCY2NjY2NjY2NjY2NjY2NjY2Nj',
    'Y2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2NjY2P/wAARCAAMABADASIAAhEBAxEB/8QAFwAAAwEAAAAAAAAAAAAAAAAAAgME',
    'Bv/EABYQAQEBAAAAAAAAAAAAAAAAAAIAAf/EABQBAQAAAAAAAAAAAAAAAAAAAAX/xAAYEQADAQEAAAAAAAAAAAAAAAAAAQQDIf/a',
    'AAwDAQACEQMRAD8AzzUhqN7TvZeGdcFrN2f/2Q==',
  ],
  png: [
    'iVBORw0KGgoAAAANSUhEUgAAABAAAAAMCAYAAABr5z2BAAAA+ElEQVR4AYySKwzCQBBEJzVsNRqPxaPxWASOIEmQIEmQBIfAETwa',
    'jcZj8Wi4qmWHy7XXX4K4bPb3ZnrX5A3RF7r6RE8f6OsdA71hqFeM9IKxnjHRI2a6x0K3WOkaG11ip3McdIqTJg4pHASZHYdOHlkL',
    '+SeqF3MpPrZjgOoSYYQWdS41QwQJm0GpORJGqCD0CQsOIwdi9mnrP+UA+zkgse6EMEIlV+aSQ9lR7qAZUl0u5xQ1B2Uii4Q5VIeb',
    '5xIOc4n22mIdRrggQ1p/BWdFZ+qZnRjKWshj0fwO2IyHmHuIVyrnYj+Rfy27A4Fv8ht90ed+qB3q974AAAD//90yHL0AAAAGSURB',
    'VAMAC6HP+THaWgEAAAAASUVORK5CYII=',
  ],
  webp: [
    'UklGRiQCAABXRUJQVlA4WAoAAAAgAAAADwAACwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABh',
    'Y3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAAB',
    'UAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAA',
    'AAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9Y',
    'WVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAM',
    'ZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggNgAAAJABAJ0BKhAADAAMAEwlsAJ0ugADmAD+',
    '8N350fj5RZS9hPqf8k66fykpf/nvKOZy3pZMBgAAAA==',
  ],
};

function decode(lines: readonly string[]): Uint8Array {
  return Uint8Array.from(Buffer.from(lines.join(''), 'base64'));
}

export const jpeg = decode(encoded.jpeg);
export const png = decode(encoded.png);
export const webp = decode(encoded.webp);

/** Words that only the added notes hold, to look for afterwards. */
export const secret = 'SECRET-PLACE';

function bytesOf(text: string): number[] {
  return [...Buffer.from(text, 'latin1')];
}

function u16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

function u32(value: number): number[] {
  return [(value >>> 24) & 0xff, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff];
}

/** An EXIF block as a phone writes it: which way is up, and a position of 23 degrees north, 113 east. */
export function exifWithPosition(orientation: number): number[] {
  const entry = (tag: number, type: number, count: number, value: readonly number[]) => [
    ...u16(tag),
    ...u16(type),
    ...u32(count),
    ...value,
  ];
  const gpsAt = 8 + 2 + 3 * 12 + 4;
  const dataAt = gpsAt + 2 + 4 * 12 + 4;
  const degrees = (value: number) => [...u32(value), ...u32(1), ...u32(7), ...u32(1), ...u32(30), ...u32(1)];
  return [
    ...bytesOf('MM'),
    ...u16(42),
    ...u32(8),
    ...u16(3),
    ...entry(0x010f, 2, secret.length + 1, u32(dataAt + 48)),
    ...entry(0x0112, 3, 1, [...u16(orientation), 0, 0]),
    ...entry(0x8825, 4, 1, u32(gpsAt)),
    ...u32(0),
    ...u16(4),
    ...entry(1, 2, 2, [...bytesOf('N'), 0, 0, 0]),
    ...entry(2, 5, 3, u32(dataAt)),
    ...entry(3, 2, 2, [...bytesOf('E'), 0, 0, 0]),
    ...entry(4, 5, 3, u32(dataAt + 24)),
    ...u32(0),
    ...degrees(23),
    ...degrees(113),
    ...bytesOf(`${secret}\0`),
  ];
}

/** A JPEG's segment. */
export function segment(marker: number, content: readonly number[]): number[] {
  return [0xff, marker, ...u16(content.length + 2), ...content];
}

/** A photo as phones and editors leave it: EXIF with the position, XMP, IPTC, a comment, a preview behind the end. */
export function photographed(orientation: number): Uint8Array {
  const notes = [
    ...segment(0xe1, [...bytesOf('Exif\0\0'), ...exifWithPosition(orientation)]),
    ...segment(0xe1, bytesOf(`http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>${secret}</x:xmpmeta>`)),
    ...segment(0xe2, bytesOf(`MPF\0${secret}`)),
    ...segment(0xed, bytesOf(`Photoshop 3.0\0${secret}`)),
    ...segment(0xef, bytesOf(secret)),
    ...segment(0xfe, bytesOf(secret)),
  ];
  const end = 20;
  // Behind the JFIF header, as cameras do.
  return Uint8Array.from([...jpeg.slice(0, end), ...notes, ...jpeg.slice(end), ...jpeg, ...bytesOf(secret)]);
}

/** A PNG's chunk with its checksum. */
export function pngChunk(name: string, content: readonly number[]): number[] {
  const named = [...bytesOf(name), ...content];
  return [...u32(content.length), ...named, ...u32(crc32(Uint8Array.from(named)))];
}

/** A PNG with the same notes: EXIF, texts, a time, and bytes behind the end. */
export function annotatedPng(orientation: number): Uint8Array {
  const headerEnd = 8 + 25;
  const notes = [
    ...pngChunk('eXIf', exifWithPosition(orientation)),
    ...pngChunk('tEXt', bytesOf(`Comment\0${secret}`)),
    ...pngChunk('iTXt', bytesOf(`XML:com.adobe.xmp\0\0\0\0\0${secret}`)),
    ...pngChunk('tIME', [7, 226, 10, 10, 9, 0, 0]),
  ];
  return Uint8Array.from([...png.slice(0, headerEnd), ...notes, ...png.slice(headerEnd), ...bytesOf(secret)]);
}

function webpChunk(name: string, content: readonly number[]): number[] {
  const size = u32(content.length).reverse();
  return [...bytesOf(name), ...size, ...content, ...(content.length % 2 === 1 ? [0] : [])];
}

/** A WebP with EXIF and XMP, and the flags that announce them. */
export function annotatedWebp(orientation: number): Uint8Array {
  const content = [
    ...webp.slice(12),
    ...webpChunk('EXIF', exifWithPosition(orientation)),
    ...webpChunk('XMP ', bytesOf(`<x:xmpmeta>${secret}</x:xmpmeta>`)),
  ];
  content[8] = (content[8] ?? 0) | 0x0c;
  return Uint8Array.from([
    ...bytesOf('RIFF'),
    ...u32(content.length + 4).reverse(),
    ...bytesOf('WEBP'),
    ...content,
  ]);
}

/** A WebP with a chunk more behind its own. */
export function withWebpChunk(name: string, content: readonly number[]): Uint8Array {
  const added = [...webp.slice(12), ...webpChunk(name, content)];
  return Uint8Array.from([
    ...bytesOf('RIFF'),
    ...u32(added.length + 4).reverse(),
    ...bytesOf('WEBP'),
    ...added,
  ]);
}

/** A JPEG whose header states a size. */
export function jpegOfSize(width: number, height: number): Uint8Array {
  const bytes = Uint8Array.from(jpeg);
  const frame = Buffer.from(bytes).indexOf(Buffer.from([0xff, 0xc0]));
  bytes.set([...u16(height), ...u16(width)], frame + 5);
  return bytes;
}

/** A PNG whose header states a size, with the checksum that goes with it. */
export function pngOfSize(width: number, height: number): Uint8Array {
  const header = pngChunk('IHDR', [...u32(width), ...u32(height), ...png.slice(24, 29)]);
  return Uint8Array.from([...png.slice(0, 8), ...header, ...png.slice(8 + 25)]);
}

/** A plain WebP whose data states a size. */
export function webpOfSize(width: number, height: number): Uint8Array {
  const at = Buffer.from(webp).indexOf('VP8 ');
  const image = webp.slice(at);
  image.set([...u16(width).reverse(), ...u16(height).reverse()], 14);
  return Uint8Array.from([
    ...bytesOf('RIFF'),
    ...u32(image.length + 4).reverse(),
    ...bytesOf('WEBP'),
    ...image,
  ]);
}

/** A PNG of two frames. */
export function animatedPng(): Uint8Array {
  const headerEnd = 8 + 25;
  const control = pngChunk('acTL', [...u32(2), ...u32(0)]);
  return Uint8Array.from([...png.slice(0, headerEnd), ...control, ...png.slice(headerEnd)]);
}

/** A WebP of two frames. */
export function animatedWebp(): Uint8Array {
  const bytes = withWebpChunk('ANIM', [0, 0, 0, 0, 0, 0]);
  bytes[20] = (bytes[20] ?? 0) | 0x02;
  return bytes;
}
