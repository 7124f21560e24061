import type { Correction } from '#shared/bulletin/correction';
import type { Day } from '#shared/week/guangdong-time';
import type { Reader, Transaction } from '../platform/database';
import { indexOn, type Collection } from './collection';

export const corrections: Collection = {
  name: 'corrections',
  indexes: [
    indexOn('activityId', 'at'),
    indexOn('editionId', 'day', 'at'),
    indexOn('editionId', 'listedOn', 'at'),
  ],
};

const mostCorrections = 1000;

/** What was corrected of an activity, the earliest first. */
export function correctionsOfActivity(reader: Reader, activityId: string): Promise<Correction[]> {
  return reader.list<Correction>(corrections.name, {
    where: { activityId },
    orderBy: ['at', 'asc'],
    limit: mostCorrections,
  });
}

/** What was corrected of a day's bulletin, the earliest first. */
export function correctionsOfDay(
  reader: Reader,
  { editionId, day }: { editionId: string; day: Day },
): Promise<Correction[]> {
  return reader.list<Correction>(corrections.name, {
    where: { editionId, day },
    orderBy: ['at', 'asc'],
    limit: mostCorrections,
  });
}

/** The corrections that a day's bulletin tells, the earliest first. */
export function correctionsListedOn(
  reader: Reader,
  { editionId, day }: { editionId: string; day: Day },
): Promise<Correction[]> {
  return reader.list<Correction>(corrections.name, {
    where: { editionId, listedOn: day },
    orderBy: ['at', 'asc'],
    limit: mostCorrections,
  });
}

export async function insertCorrection(transaction: Transaction, correction: Correction): Promise<void> {
  await transaction.insert(corrections.name, correction);
}
