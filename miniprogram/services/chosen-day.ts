import type { Day } from '#shared/week/guangdong-time';

let chosen: Day | null = null;

/** Notes the day that the activities page shows next: a tab's page cannot be given one in its address. */
export function chooseDay(day: Day | null): void {
  chosen = day;
}

/** The day noted last, once; undefined when none was noted since. */
export function takeChosenDay(): Day | null | undefined {
  const taken = chosen;
  chosen = null;
  return taken ?? undefined;
}
