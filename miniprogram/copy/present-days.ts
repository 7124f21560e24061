import { weekdayOf, type Day } from '#shared/ground/guangdong-time';

/** A day of the strip, as the component shows it. `day` is null for the whole week. */
export interface PresentedDay {
  day: Day | null;
  weekday: string;
  label: string;
  count: string;
}

function countLabel(count: number): string {
  return `${count} 场`;
}

/** The days of the week with their counts; before them the whole week, when a total is given. */
export function presentDays(
  days: readonly { day: Day; count: number }[],
  total: number | null,
): PresentedDay[] {
  const each = days.map(({ day, count }) => ({
    day,
    weekday: weekdayOf(day),
    label: `${Number(day.slice(8))}日`,
    count: countLabel(count),
  }));
  return total === null
    ? each
    : [{ day: null, weekday: '全周', label: '全部', count: countLabel(total) }, ...each];
}
