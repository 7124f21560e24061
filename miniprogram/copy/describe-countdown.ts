import { hourMs, minuteMs, secondMs } from '#shared/ground/durations';

/**
 * How long is left, in whole seconds rounded down: nobody is promised a second that is not there.
 *
 * @example describeCountdown(1_172_500) // '19 分 32 秒'
 */
export function describeCountdown(leftMs: number): string {
  const left = Math.max(0, leftMs);
  const hours = Math.floor(left / hourMs);
  const minutes = Math.floor((left % hourMs) / minuteMs);
  const seconds = Math.floor((left % minuteMs) / secondMs);
  if (hours > 0) return `${hours} 小时 ${minutes} 分`;
  return minutes > 0 ? `${minutes} 分 ${seconds} 秒` : `${seconds} 秒`;
}
