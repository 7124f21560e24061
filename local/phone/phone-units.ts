/**
 * WeChat's units in terms of the page's frame: 750rpx are its width, and a viewport is the frame, not the window.
 * One rem is what the page's page-meta says.
 *
 * @example toPhoneUnits('0 32rpx') // '0 4.26667cqw'
 */
export function toPhoneUnits(value: string): string {
  if (!/\d(rpx|vw|vh|rem)\b/i.test(value)) return value;
  return value.replace(
    /("[^"]*"|'[^']*'|url\([^)]*\)|var\(\s*--[-\w]+)|(-?(?:\d+\.?\d*|\.\d+))(rpx|vw|vh|rem)\b/gi,
    (whole, kept: string | undefined, number: string, unit: string) => {
      if (kept !== undefined) return whole;
      switch (unit.toLowerCase()) {
        case 'rpx':
          return `${trim(Number(number) / 7.5)}cqw`;
        case 'vw':
          return `${number}cqw`;
        case 'vh':
          return `${number}cqh`;
        default:
          return `calc(${number} * var(--phone-rem, 16px))`;
      }
    },
  );
}

function trim(number: number): string {
  return String(Number(number.toFixed(5)));
}
