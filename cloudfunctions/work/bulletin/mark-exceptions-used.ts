import type { BulletinEntry } from '#shared/bulletin/bulletin-entry';
import type { BulletinException } from '#shared/bulletin/bulletin-exception';
import { bulletinWindow, type BulletinEdition } from '#shared/week/bulletin-window';
import type { Transaction } from '../../platform/database';
import { keepException } from '../../store/bulletin/bulletin-exceptions';

/** Marks the exceptions without which one of the entries could not have been kept any more. */
export async function markExceptionsUsed(
  transaction: Transaction,
  {
    edition,
    exceptions,
    entries,
    now,
  }: {
    edition: BulletinEdition;
    exceptions: readonly BulletinException[];
    entries: readonly Pick<BulletinEntry, 'day'>[];
    now: number;
  },
): Promise<void> {
  const lateDays = entries
    .map(({ day }) => day)
    .filter((day) => now >= bulletinWindow(edition, day).closesAt);
  for (const exception of exceptions) {
    const isUsed = lateDays.includes(exception.day) && now < exception.until;
    if (isUsed && exception.usedAt === null) await keepException(transaction, { ...exception, usedAt: now });
  }
}
