/** The reading size at which the design is drawn. */
const usualSize = 16;
const largestScale = 1.5;

/** What the phone tells of itself; an older base library leaves some of it out. */
function appBaseInfo(): Partial<WechatMiniprogram.AppBaseInfo> {
  return wx.getAppBaseInfo();
}

/**
 * The style that every page's root carries: the person's own text size, as set in WeChat.
 * Text never gets smaller than designed, nor larger than pages are drawn for.
 */
export function textScaleStyle(): string {
  const { fontSizeSetting = usualSize } = appBaseInfo();
  const scale = Math.min(largestScale, Math.max(1, fontSizeSetting / usualSize));
  return `--text-scale:${scale.toFixed(2)}`;
}
