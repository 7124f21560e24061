import { jurisdiction } from '../ground/region';
import { bulletinWindow, type BulletinEdition } from '../week/bulletin-window';
import { addDays, day, type Day } from '../ground/guangdong-time';
import { z } from '../zod';

/** An exception to the 16:00 rule (准予补报): a named unit may report for a day until a time, for a reason. */
export const bulletinException = z.object({
  id: z.string(),
  editionId: z.string(),
  unitId: z.string(),
  unitName: z.string(),
  unitCity: jurisdiction,
  day,
  /** Up to, and not including, this instant. */
  until: z.int(),
  reason: z.string(),
  grantedAt: z.int(),
  /** When something was first reported under it; null while nothing was. */
  usedAt: z.int().nullable(),
  /** When it was taken back, unused; null while it stands. */
  revokedAt: z.int().nullable(),
});
export type BulletinException = z.infer<typeof bulletinException>;

/**
 * What is wrong with the end of an exception: it has to lie ahead and after the day's own cut-off, and at the latest at the
 * next day's, so that no bulletin waits for its successor. Null when nothing is.
 */
export function problemWithUntil(
  edition: BulletinEdition,
  { day: of, until }: { day: Day; until: number },
  now: number,
): 'not-after-cut-off' | 'after-next-cut-off' | null {
  const { closesAt } = bulletinWindow(edition, of);
  if (until <= closesAt || until <= now) return 'not-after-cut-off';
  return until > bulletinWindow(edition, addDays(of, 1)).closesAt ? 'after-next-cut-off' : null;
}
