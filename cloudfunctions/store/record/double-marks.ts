import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/**
 * That an activity is to be looked at for doubles (待查重): written with every change of it that matters, taken away when its pairs are
 * in line. Looking reads many records, which no transaction can; so it follows the change, at once or by the timer.
 */
interface DoubleMark {
  /** The activity. */
  id: string;
  at: number;
}

export const doubleMarks: Collection = {
  name: 'double-marks',
  indexes: [indexOn('at')],
  unaudited: 'copy',
};

/** Marks an activity that was changed. */
export async function markForPairing(
  transaction: Transaction,
  activityId: string,
  now: number,
): Promise<void> {
  const mark: DoubleMark = { id: activityId, at: now };
  await transaction.replace(doubleMarks.name, mark);
}

export async function isMarked(finder: Finder, activityId: string): Promise<boolean> {
  return (await finder.find(doubleMarks.name, activityId)) !== null;
}

export async function removeMark(transaction: Transaction, activityId: string): Promise<void> {
  await transaction.remove(doubleMarks.name, activityId);
}

/** The activities that wait to be looked at, the longest waiting first. */
export async function markedActivities(reader: Reader, size: number): Promise<string[]> {
  const marks = await reader.list<DoubleMark>(doubleMarks.name, {
    where: {},
    orderBy: ['at', 'asc'],
    limit: size,
  });
  return marks.map(({ id }) => id);
}
