/** The reading size at which the design is drawn. */
const usualSize = 16;
const largestScale = 1.5;

/**
 * The style that every page's root carries: the person's own text size, as set in WeChat.
 * Text never gets smaller than designed, nor larger than pages are drawn for.
 */
export function textScaleStyle(): string {
  const { fontSizeSetting } = wx.getAppBaseInfo() as { fontSizeSetting?: number };
  const scale = Math.min(largestScale, Math.max(1, (fontSizeSetting ?? usualSize) / usualSize));
  return `--text-scale:${scale.toFixed(2)}`;
}
