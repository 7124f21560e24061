import type { MediaType } from './file-kind';
import { isEmpty, isWithinLimits } from './picture-size';
import { stripJpeg } from './strip-jpeg';
import { stripPng } from './strip-png';
import { stripWebp } from './strip-webp';
import type { Stripped } from './stripped';

/** Why a picture of a kind that is taken is not taken all the same. */
export type PictureProblem = 'not-a-picture' | 'file-broken' | 'picture-moves' | 'picture-too-big';

/**
 * A picture without what its camera and editors wrote into it (去除位置等信息): EXIF with the position, XMP, IPTC, comments,
 * previews and whatever follows the picture's end. Only what is needed to draw it is kept, by a list, so that a kind of
 * note that nobody has thought of is dropped too. Which way is up is kept: phones write it beside the position.
 * A picture that moves is refused, since its first frame alone may show nothing.
 */
export function stripPicture(
  mediaType: MediaType,
  bytes: Uint8Array,
): { bytes: Uint8Array } | { problem: PictureProblem } {
  const strip = strippers[mediaType];
  if (strip === undefined) return { problem: 'not-a-picture' };
  const stripped = strip(bytes);
  if (stripped === 'moves') return { problem: 'picture-moves' };
  if (stripped === undefined || isEmpty(stripped.size)) return { problem: 'file-broken' };
  return isWithinLimits(stripped.size) ? { bytes: stripped.bytes } : { problem: 'picture-too-big' };
}

const strippers: Partial<Record<MediaType, (bytes: Uint8Array) => Stripped | undefined>> = {
  'image/jpeg': stripJpeg,
  'image/png': stripPng,
  'image/webp': stripWebp,
};
