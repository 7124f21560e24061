/** How many pixels a picture has. */
export interface PictureSize {
  width: number;
  height: number;
}

/**
 * How large a picture may be (图片的像素限制). Drawing takes four bytes a pixel however small the file is: 50 million
 * pixels are 200 MB, about what a phone's page can have, and what the phones' own cameras take at most without a special
 * mode. A side of 12,000 leaves room for a panorama and a long screenshot.
 */
export const pictureLimits = { side: 12_000, pixels: 50_000_000 } as const;

/** Whether a picture may be drawn on a phone. */
export function isWithinLimits({ width, height }: PictureSize): boolean {
  const { side, pixels } = pictureLimits;
  return width <= side && height <= side && width * height <= pixels;
}

/** Whether there is anything to draw. */
export function isEmpty({ width, height }: PictureSize): boolean {
  return width === 0 || height === 0;
}
