import { bulletinEntryId, type BulletinEntry } from '#shared/bulletin/bulletin-entry';
import type { Activity } from '#shared/record/activity';
import type { City } from '#shared/ground/region';
import type { Day } from '#shared/ground/guangdong-time';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';
import { markUses } from '../edition/edition-uses';

export const bulletinEntries: Collection = {
  name: 'bulletin-entries',
  indexes: [
    indexOn('editionId', 'day', 'withdrawn', 'receivedAt'),
    indexOn('editionId', 'day', 'unitCity', 'withdrawn', 'receivedAt'),
  ],
};

/** The entries that bulletins have of an activity, by day. */
export async function entriesOfActivity(
  finder: Finder,
  { id, inBulletins }: Pick<Activity, 'id' | 'inBulletins'>,
): Promise<BulletinEntry[]> {
  const entries: BulletinEntry[] = [];
  // One after the other: a transaction takes one request at a time.
  for (const { day } of inBulletins) {
    const entry = await findEntry(finder, bulletinEntryId(id, day));
    if (entry !== null) entries.push(entry);
  }
  return entries;
}

/** What a day's bulletin has received, in the order it came: of one city's units, or of all when the city is null. */
export async function entriesOfDay(
  database: Database,
  { editionId, day, city, size }: { editionId: string; day: Day; city: City | null; size: number },
): Promise<{ entries: BulletinEntry[]; total: number }> {
  const where = { editionId, day, ...(city === null ? {} : { unitCity: city }), withdrawn: false };
  const [entries, total] = await Promise.all([
    database.list<BulletinEntry>(bulletinEntries.name, {
      where,
      orderBy: ['receivedAt', 'asc'],
      limit: size,
    }),
    database.count(bulletinEntries.name, where),
  ]);
  return { entries, total };
}

/** The most a day's bulletin can have: the platform's own limit on one read. */
const mostEntriesOfADay = 1000;

/** Everything a day's bulletin has received and its units did not take back, in the order it came. */
export function allEntriesOfDay(
  reader: Reader,
  { editionId, day }: { editionId: string; day: Day },
): Promise<BulletinEntry[]> {
  return reader.list<BulletinEntry>(bulletinEntries.name, {
    where: { editionId, day, withdrawn: false },
    orderBy: ['receivedAt', 'asc'],
    limit: mostEntriesOfADay,
  });
}

/** One entry by its id; null when there is none. */
export function findEntry(reader: Finder, id: string): Promise<BulletinEntry | null> {
  return reader.find<BulletinEntry>(bulletinEntries.name, id);
}

/** Keeps entries, and that the edition's days that have them are in use. */
export async function keepBulletinEntries(
  transaction: Transaction,
  editionId: string,
  entries: readonly BulletinEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  for (const entry of entries) await transaction.replace(bulletinEntries.name, entry);
  await markUses(transaction, editionId, { days: entries.map(({ day }) => day), cities: [], series: [] });
}
