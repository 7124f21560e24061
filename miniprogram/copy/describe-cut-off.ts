/**
 * When the bulletin of a day closes, as the notice means it (截止): before, and not at, the minute.
 *
 * @example describeCutOff('16:00') // '16:00 前收（16:00 整起不再收）'
 */
export function describeCutOff(cutOff: string): string {
  return `${cutOff} 前收（${cutOff} 整起不再收）`;
}
