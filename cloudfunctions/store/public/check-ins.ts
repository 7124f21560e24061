import { keyedHashOf } from '../../platform/keyed-hash';
import type { Database, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** One person at one activity (签到): who it was cannot be told from it. */
interface CheckIn {
  id: string;
  editionId: string;
  activityId: string;
}

export const checkIns: Collection = {
  name: 'check-ins',
  indexes: [indexOn('activityId'), indexOn('editionId', '_id')],
  unaudited: 'trace',
  erasedBy: 'editionId',
};

/** The figures that stay when the traces are erased (签到人数). */
interface CheckInCount {
  /** The activity. */
  id: string;
  editionId: string;
  counted: number;
}
export const checkInCounts: Collection = { name: 'check-in-counts', indexes: [] };

function checkInId(activityId: string, openid: string): string {
  return keyedHashOf('check-in', `${activityId} ${openid}`).slice(0, 40);
}

/** Counts a person once; whether they were counted before. */
export async function countPerson(
  transaction: Transaction,
  { editionId, activityId, openid }: { editionId: string; activityId: string; openid: string },
): Promise<{ wasCountedBefore: boolean }> {
  const id = checkInId(activityId, openid);
  if ((await transaction.find(checkIns.name, id)) !== null) return { wasCountedBefore: true };
  const checkIn: CheckIn = { id, editionId, activityId };
  await transaction.insert(checkIns.name, checkIn);
  return { wasCountedBefore: false };
}

/** How many people were counted at an activity, also when the traces are erased. */
export async function countedAt(database: Database, activityId: string): Promise<number> {
  const kept = await database.find<CheckInCount>(checkInCounts.name, activityId);
  return kept === null ? database.count(checkIns.name, { activityId }) : kept.counted;
}

/** The traces of an edition, some at a time, in the order of their ids. */
export function checkInsOfEdition(
  reader: Reader,
  editionId: string,
  after: string,
  size: number,
): Promise<CheckIn[]> {
  return reader.list<CheckIn>(checkIns.name, {
    where: { editionId, id: { greaterThan: after } },
    orderBy: ['id', 'asc'],
    limit: size,
  });
}

/** Writes down an activity's figure before its traces go. The first one stays: later there is less to count. */
export async function keepCount(transaction: Transaction, count: CheckInCount): Promise<void> {
  if ((await transaction.find(checkInCounts.name, count.id)) === null)
    await transaction.insert(checkInCounts.name, count);
}
