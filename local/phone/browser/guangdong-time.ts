const OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * An instant as a clock in Guangdong shows it, whatever the browser's time zone.
 *
 * @example toGuangdong(Date.UTC(2018, 9, 10, 7, 40, 12)) // '2018-10-10 15:40:12'
 */
export function toGuangdong(instant: number): string {
  return new Date(instant + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

/** The instant that a clock in Guangdong shows as `text`; undefined when the text is no time. */
export function fromGuangdong(text: string): number | undefined {
  const match = /^(\d{4}-\d{2}-\d{2})[ T](\d{2}:\d{2})(:\d{2})?/.exec(text);
  if (!match) return undefined;
  const instant = Date.parse(`${match[1] ?? ''}T${match[2] ?? ''}${match[3] ?? ':00'}+08:00`);
  return Number.isNaN(instant) ? undefined : instant;
}
