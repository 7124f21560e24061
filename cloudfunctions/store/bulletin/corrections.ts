import {
  correctionId,
  correctionsOwed,
  type EntryChange,
  type Correction,
} from '#shared/bulletin/correction';
import { wrongField } from '#shared/refusal/errors';
import type { Day } from '#shared/ground/guangdong-time';
import type { Activity } from '#shared/record/activity';
import { LostRace, type Database, type Reader, type Transaction } from '../../platform/database';
import { findActivity } from '../record/activities';
import { indexOn, type Collection } from '../collection';

export const corrections: Collection = {
  name: 'corrections',
  indexes: [
    indexOn('activityId', 'at'),
    indexOn('editionId', 'day', 'at'),
    indexOn('editionId', 'listedOn', 'at'),
  ],
};

const mostCorrections = 1000;

function correctionsOfActivity(reader: Reader, activityId: string): Promise<Correction[]> {
  return reader.list<Correction>(corrections.name, {
    where: { activityId },
    orderBy: ['at', 'asc'],
    limit: mostCorrections,
  });
}

/** What was corrected of an activity before, the earliest first, and as of which of its revisions: each correction makes a new one. */
export interface EarlierCorrections {
  revision: number;
  corrections: readonly Correction[];
}

/** Gathers an activity's corrections before a transaction that may add to them; the activity itself is their guard. */
export async function gatherCorrections(database: Database, activityId: string): Promise<EarlierCorrections> {
  const activity = await findActivity(database, activityId);
  return { revision: activity.revision, corrections: await correctionsOfActivity(database, activityId) };
}

/** The corrections that were gathered, if the activity is still as it was then; otherwise the work begins again. */
export function unchangedCorrections(
  before: Pick<Activity, 'id' | 'revision'>,
  { revision, corrections: gathered }: EarlierCorrections,
): readonly Correction[] {
  if (before.revision !== revision) throw new LostRace(`Activity ${before.id}`);
  return gathered;
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
  { reason, ...change }: EntryChange & { reason: string },
): Promise<void> {
  const { activity } = change;
  const owed = correctionsOwed(change);
  if (owed.length > 0 && reason === '') {
    throw wrongField('reason', 'required');
  }
  for (const each of owed) {
    const correction: Correction = { ...each, id: correctionId(each.entryId, activity.revision), reason };
    await transaction.insert(corrections.name, correction);
  }
}
