import { correctionId, correctionsOwed, type Change, type Correction } from '#shared/bulletin/correction';
import { refuse } from '#shared/contract/errors';
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

/**
 * Keeps what a change of an activity corrects of closed bulletins (更正). INVALID_INPUT at `reason` when it corrects something
 * without saying why.
 */
export async function keepCorrections(
  transaction: Transaction,
  { reason, ...change }: Omit<Change, 'corrections'> & { reason: string },
): Promise<void> {
  const { activity, entries } = change;
  if (entries.length === 0) return;
  const before = await correctionsOfActivity(transaction, activity.id);
  const owed = correctionsOwed({ ...change, corrections: before });
  if (owed.length > 0 && reason === '') {
    throw refuse('INVALID_INPUT', { fields: [{ field: 'reason', problem: 'required', limit: null }] });
  }
  for (const each of owed) {
    const correction: Correction = { ...each, id: correctionId(each.entryId, activity.revision), reason };
    await transaction.insert(corrections.name, correction);
  }
}
