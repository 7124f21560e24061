import {
  correctionId,
  correctionsOwed,
  type ClosedChange,
  type Correction,
} from '#shared/bulletin/correction';
import { wrongField } from '#shared/refusal/errors';
import type { Day } from '#shared/ground/guangdong-time';
import type { Activity } from '#shared/record/activity';
import { LostRace, type Database, type Finder, type Reader, type Transaction } from '../../platform/database';
import { findActivity } from '../record/activities';
import { findGroup } from '../record/merge-groups';
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

/**
 * What was corrected before of some activities and of all they are merged with, the earliest first, and as of which revision of each
 * activity and of its group: every correction moves one of them.
 */
export interface EarlierCorrections {
  seen: readonly { id: string; leadingId: string; revision: number; groupRevision: number }[];
  corrections: readonly Correction[];
}

async function seeActivity(finder: Finder, id: string) {
  const { revision, joint } = await findActivity(finder, id);
  const group = await findGroup(finder, 'activity', joint?.leadingId ?? id);
  const ids = [id, group.id, ...group.merged.map(({ otherId }) => otherId)];
  return { seen: { id, leadingId: group.id, revision, groupRevision: group.revision }, ids };
}

/** Gathers corrections before a transaction that may add to them; the activities and their groups are their guard. */
export async function gatherCorrections(
  database: Database,
  ...activityIds: readonly string[]
): Promise<EarlierCorrections> {
  const looks = await Promise.all(activityIds.map((id) => seeActivity(database, id)));
  const ids = [...new Set(looks.flatMap((look) => look.ids))];
  const found = await Promise.all(ids.map((id) => correctionsOfActivity(database, id)));
  return {
    seen: looks.map(({ seen }) => seen),
    corrections: found.flat().sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1)),
  };
}

/** The corrections that were gathered, if everything is still as it was then; otherwise the work begins again. */
export async function unchangedCorrections(
  transaction: Transaction,
  { seen, corrections: gathered }: EarlierCorrections,
): Promise<readonly Correction[]> {
  for (const before of seen) {
    const { seen: now } = await seeActivity(transaction, before.id);
    const isAsItWas =
      now.revision === before.revision &&
      now.leadingId === before.leadingId &&
      now.groupRevision === before.groupRevision;
    if (!isAsItWas) throw new LostRace(`Activity ${before.id}`);
  }
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
  {
    reason,
    changed,
    ...change
  }: ClosedChange & { reason: string; changed: Pick<Activity, 'id' | 'revision'> },
): Promise<void> {
  const owed = correctionsOwed(change);
  if (owed.length > 0 && reason === '') {
    throw wrongField('reason', 'required');
  }
  for (const each of owed) {
    const correction: Correction = { ...each, id: correctionId(each.entryId, changed), reason };
    await transaction.insert(corrections.name, correction);
  }
}
