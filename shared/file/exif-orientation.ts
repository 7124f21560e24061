import { bigEndianAt, littleEndianAt, textAt } from './read-bytes';
import { bytesOf } from './write-bytes';

const orientationTag = 0x0112;
const mostEntries = 200;

/** What stands before an EXIF block in a JPEG, and now and then in other kinds. */
export const exifName = 'Exif\0\0';

/** Which way is up, 1 to 8, as an EXIF block states it; null when it states nothing, or 1, which needs no stating. */
export function orientationIn(tiff: Uint8Array): number | null {
  const numberAt = textAt(tiff, 0, 2) === 'II' ? littleEndianAt : bigEndianAt;
  const directory = numberAt(tiff, 4, 4);
  const count = Math.min(numberAt(tiff, directory, 2), mostEntries);
  for (let index = 0; index < count; index += 1) {
    const entry = directory + 2 + index * 12;
    if (numberAt(tiff, entry, 2) !== orientationTag) continue;
    const orientation = numberAt(tiff, entry + 8, 2);
    return orientation > 1 && orientation <= 8 ? orientation : null;
  }
  return null;
}

/** An EXIF block that says which way is up, and nothing else. */
export function tiffWith(orientation: number): number[] {
  return [
    ...bytesOf('MM'),
    ...[0, 42, 0, 0, 0, 8],
    ...[0, 1],
    ...[orientationTag >> 8, orientationTag & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0],
    ...[0, 0, 0, 0],
  ];
}
