import { requireRevision } from '#shared/refusal/require-revision';
import {
  bulletinId,
  bulletinView,
  openBulletinOf,
  type Bulletin,
  type IssuedBulletin,
} from '#shared/bulletin/bulletin';
import { refuse } from '#shared/refusal/errors';
import type { Edition } from '#shared/week/edition';
import type { Day } from '#shared/ground/guangdong-time';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

export const bulletins: Collection = {
  name: 'bulletins',
  indexes: [indexOn('editionId', 'state', 'number'), indexOn('editionId', 'state', 'check', 'number')],
};

/** How many bulletins of an edition are numbered: two that are issued at once do not get one number. */
export const bulletinNumbers: Collection = { name: 'bulletin-numbers', indexes: [], unaudited: 'copy' };

interface LastNumber {
  /** The edition. */
  id: string;
  last: number;
}

/** An edition lasts days, not months. */
const mostBulletins = 100;

/** The bulletin of a day as it is kept; null while nothing of it is. */
export function bulletinOfDayIfAny(
  reader: Finder,
  { editionId, day }: { editionId: string; day: Day },
): Promise<Bulletin | null> {
  return reader.find<Bulletin>(bulletins.name, bulletinId(editionId, day));
}

/** The bulletin of an id; null when there is none. */
export function bulletinIfAny(reader: Finder, id: string): Promise<Bulletin | null> {
  return reader.find<Bulletin>(bulletins.name, id);
}

/** The compiled bulletin that is to be changed from a revision. FROZEN when it is not compiled, or issued; CONFLICT when it changed. */
export async function compiledBulletin(
  reader: Finder,
  { edition, day, revision }: { edition: Edition; day: Day; revision: number },
): Promise<Bulletin> {
  const kept = await bulletinOfDayIfAny(reader, { editionId: edition.id, day });
  if (kept?.state !== 'compiled') throw refuse('FROZEN', { state: `bulletin-${kept?.state ?? 'open'}` });
  requireRevision(bulletinView.parse(kept), revision);
  return kept;
}

/** Keeps a bulletin, new or changed. */
export async function keepBulletin(transaction: Transaction, bulletin: Bulletin): Promise<void> {
  await transaction.replace(bulletins.name, bulletin);
}

/**
 * Has a day's bulletin compiled anew, because somebody was let in late. What is written here, and not only the exception, is
 * what makes issuing and granting at one moment notice each other.
 */
export async function reopenBulletin(
  transaction: Transaction,
  { edition, day, now }: { edition: Edition; day: Day; now: number },
): Promise<void> {
  const kept = await bulletinOfDayIfAny(transaction, { editionId: edition.id, day });
  if (kept?.state === 'issued') {
    throw refuse('DEADLINE_PASSED', {
      what: 'bulletin',
      closedAt: kept.issuedAt ?? kept.updatedAt,
      serverNow: now,
    });
  }
  const opened: Bulletin =
    kept === null
      ? openBulletinOf(edition.id, day, now)
      : { ...kept, state: 'open', revision: kept.revision + 1, updatedAt: now };
  await keepBulletin(transaction, opened);
}

/**
 * Has a day's bulletin compiled anew if it was compiled and is not issued, because what it is compiled of changed after its close.
 * Written in any case while it is not issued: who compiles it at the same moment begins again.
 */
export async function recompileUnlessIssued(
  transaction: Transaction,
  { editionId, day }: { editionId: string; day: Day },
  now: number,
): Promise<void> {
  const kept = await bulletinOfDayIfAny(transaction, { editionId, day });
  if (kept === null || kept.state === 'issued') return;
  await keepBulletin(transaction, { ...kept, state: 'open', revision: kept.revision + 1, updatedAt: now });
}

/** The number of the next bulletin that is issued (期号). */
export async function takeNextNumber(transaction: Transaction, editionId: string): Promise<number> {
  const kept = await transaction.find<LastNumber>(bulletinNumbers.name, editionId);
  const next: LastNumber = { id: editionId, last: (kept?.last ?? 0) + 1 };
  await transaction.replace(bulletinNumbers.name, next);
  return next.last;
}

/** How many bulletins of an edition are issued. */
export function countIssued(database: Database, editionId: string): Promise<number> {
  return database.count(bulletins.name, { editionId, state: 'issued' });
}

/** The issued bulletins that the public may read, the latest first. */
export function issuedBulletins(reader: Reader, editionId: string): Promise<IssuedBulletin[]> {
  return reader.list<IssuedBulletin>(bulletins.name, {
    where: { editionId, state: 'issued', check: 'passed' },
    orderBy: ['number', 'desc'],
    limit: mostBulletins,
  });
}

/** The issued bulletin of a number that the public may read. NOT_FOUND when there is none. */
export async function issuedBulletin(
  reader: Reader,
  { editionId, number }: { editionId: string; number: number },
): Promise<IssuedBulletin> {
  const [found] = await reader.list<IssuedBulletin>(bulletins.name, {
    where: { editionId, state: 'issued', check: 'passed', number },
    limit: 1,
  });
  if (found === undefined) throw refuse('NOT_FOUND', { what: 'bulletin' });
  return found;
}
