import { pageOf } from '../page';
import type { City } from '#shared/ground/region';
import type { RecordState } from '#shared/record/record';
import type { Database, Document, Reader } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** What every collection of records is read by. */
export const recordIndexes = [
  indexOn('editionId', 'listed', 'shownKey'),
  indexOn('editionId', 'unitId', 'sortKey'),
  indexOn('editionId', 'unitId', 'state', 'createdAt'),
  indexOn('editionId', 'unitCity', 'state', 'createdAt'),
  indexOn('editionId', 'state', 'sortKey'),
  indexOn('editionId', 'unitCity', 'state', 'sortKey'),
];

/** A page of records, and the `after` that leads to the next one; null at the end. */
export interface RecordPage<Kept> {
  records: Kept[];
  next: string | null;
}

/** Which records, in ascending order of their key unless `latestFirst`. */
export interface RecordPageQuery {
  where: Record<string, string | boolean>;
  after: string | null;
  size: number;
  latestFirst?: boolean;
  /** `sortKey` when it is left out; `shownKey` for what the public sees. */
  by?: 'sortKey' | 'shownKey';
}

/** A page of a collection of records. */
export async function readRecordPage<Kept extends Document & Record<'sortKey' | 'shownKey', string>>(
  reader: Reader,
  { name }: Collection,
  { where, after, size, latestFirst = false, by = 'sortKey' }: RecordPageQuery,
): Promise<RecordPage<Kept>> {
  const beyond = latestFirst ? { lessThan: after ?? '' } : { greaterThan: after ?? '' };
  const found = await reader.list<Kept>(name, {
    where: after === null ? where : { ...where, [by]: beyond },
    orderBy: [by, latestFirst ? 'desc' : 'asc'],
    limit: size + 1,
  });
  const { page, next } = pageOf(found, size, (record) => record[by]);
  return { records: page, next };
}

/** Records with every field at their longest stay, so many at once, under the platform's 1 MB a read. */
const readAtOnce = 100;

/** Everything a list has, read page after page. */
export async function everyRecord<Kept>(
  read: (page: { after: string | null; size: number }) => Promise<RecordPage<Kept>>,
): Promise<Kept[]> {
  const all: Kept[] = [];
  let after: string | null = null;
  do {
    const page: RecordPage<Kept> = await read({ after, size: readAtOnce });
    all.push(...page.records);
    after = page.next;
  } while (after !== null);
  return all;
}

interface InState {
  editionId: string;
  /** Null for all cities. */
  city: City | null;
  state: RecordState;
}

/** The condition for the records of a city's units, or of all, that are in a state. */
export function inState({ editionId, city, state }: InState): Record<string, string> {
  return { editionId, ...(city === null ? {} : { unitCity: city }), state };
}

/** How many records of a city's units, or of all, are in a state. */
export function countRecordsInState(
  database: Database,
  { name }: Collection,
  which: InState,
): Promise<number> {
  return database.count(name, inState(which));
}
