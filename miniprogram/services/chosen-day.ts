import type { Day } from '#shared/ground/guangdong-time';

/** Undefined when none is noted; null is a choice too: the whole week. */
let chosen: Day | null | undefined;

/** Notes the day that the activities page shows next: a tab's page cannot be given one in its address. */
export function chooseDay(day: Day | null): void {
  chosen = day;
}

/** The day noted last, once; undefined when none was noted since. */
export function takeChosenDay(): Day | null | undefined {
  const taken = chosen;
  chosen = undefined;
  return taken;
}
