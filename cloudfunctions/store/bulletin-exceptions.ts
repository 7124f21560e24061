import type { BulletinEntry } from '#shared/bulletin/bulletin-entry';
import type { BulletinException } from '#shared/bulletin/bulletin-exception';
import { refuse } from '#shared/contract/errors';
import { bulletinWindow, type BulletinEdition } from '#shared/week/bulletin-window';
import type { Day } from '#shared/week/guangdong-time';
import type { Reader, Transaction } from '../platform/database';
import { indexOn, type Collection } from './collection';

export const bulletinExceptions: Collection = {
  name: 'bulletin-exceptions',
  indexes: [
    indexOn('editionId', 'unitId', 'revokedAt'),
    indexOn('editionId', 'day', 'grantedAt'),
    indexOn('editionId', 'grantedAt'),
  ],
};

/** Exceptions are rare; one read takes all that an edition can sensibly have. */
const mostExceptions = 1000;

/** The exceptions of a unit that stand, whatever their day. */
export function exceptionsOfUnit(
  reader: Reader,
  { editionId, unitId }: { editionId: string; unitId: string },
): Promise<BulletinException[]> {
  return reader.list<BulletinException>(bulletinExceptions.name, {
    where: { editionId, unitId, revokedAt: null },
    limit: mostExceptions,
  });
}

/** The exceptions of a day, or of the edition when the day is null, in the order they were granted; revoked ones too. */
export function exceptionsOf(
  reader: Reader,
  { editionId, day }: { editionId: string; day: Day | null },
): Promise<BulletinException[]> {
  return reader.list<BulletinException>(bulletinExceptions.name, {
    where: { editionId, ...(day === null ? {} : { day }) },
    orderBy: ['grantedAt', 'asc'],
    limit: mostExceptions,
  });
}

/** One exception. NOT_FOUND when there is none of that id. */
export async function findException(reader: Reader, id: string): Promise<BulletinException> {
  const found = await reader.find<BulletinException>(bulletinExceptions.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'exception' });
  return found;
}

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

/** Keeps an exception, new or changed. */
export async function keepException(transaction: Transaction, exception: BulletinException): Promise<void> {
  await transaction.replace(bulletinExceptions.name, exception);
}
