import { refuse } from '#shared/refusal/errors';
import type { Edition } from '#shared/week/edition';
import type { EditionRework } from '#shared/week/edition-rework';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** A rework as it is kept: one an edition, which the next change of it begins anew. */
export interface KeptRework extends EditionRework {
  /** The last id looked at; null at the beginning. */
  after: string | null;
  /** Counts the steps: who steps from what another has stepped beyond begins again. */
  steps: number;
}

export const editionReworks: Collection = {
  name: 'edition-reworks',
  indexes: [indexOn('isDone')],
  unaudited: 'copy',
};

/** The last rework of an edition; null when it never needed any. */
export function findReworkIfAny(finder: Finder, editionId: string): Promise<KeptRework | null> {
  return finder.find<KeptRework>(editionReworks.name, editionId);
}

export async function keepRework(transaction: Transaction, rework: KeptRework): Promise<void> {
  await transaction.replace(editionReworks.name, rework);
}

/** Begins the rework of an edition, also where an earlier one is still going on: it sees the edition as it is now. */
export async function beginRework(
  transaction: Transaction,
  { id }: Pick<Edition, 'id'>,
  { expected, now }: { expected: number; now: number },
): Promise<KeptRework> {
  const earlier = await findReworkIfAny(transaction, id);
  const begun: KeptRework = {
    id,
    startedAt: now,
    read: 0,
    expected,
    changed: 0,
    stranded: { count: 0, first: [] },
    isDone: false,
    after: null,
    steps: (earlier?.steps ?? 0) + 1,
  };
  await keepRework(transaction, begun);
  return begun;
}

/** Editions have their years; so many are never changed at once. */
const mostAtOnce = 20;

/** The reworks that are not done. */
export function unfinishedReworks(reader: Reader): Promise<KeptRework[]> {
  return reader.list<KeptRework>(editionReworks.name, { where: { isDone: false }, limit: mostAtOnce });
}

/** Refuses with FROZEN while an edition's records are still worked out again. */
export async function requireReworked(finder: Finder, editionId: string): Promise<void> {
  const rework = await findReworkIfAny(finder, editionId);
  if (rework !== null && !rework.isDone) throw refuse('FROZEN', { state: 'edition-changing' });
}
