import type { CoHosting, CoHostingState } from '#shared/record/co-hosting';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';
import { pageOf } from '../page';

export const coHostings: Collection = {
  name: 'co-hostings',
  indexes: [
    indexOn('editionId', 'state', 'sortKey'),
    indexOn('editionId', 'hostUnitId', 'state', 'sortKey'),
    indexOn('editionId', 'hostUnitCity', 'state', 'sortKey'),
    indexOn('editionId', 'unitId', 'sortKey'),
  ],
};

/** The one id of a unit's co-hosting of an activity. */
export function coHostingId(activityId: string, unitId: string): string {
  return idFrom(`${activityId} ${unitId}`);
}

/** How a unit stands to an activity as co-host; null when nothing was ever said of it. */
export function findCoHosting(finder: Finder, activityId: string, unitId: string): Promise<CoHosting | null> {
  return finder.find<CoHosting>(coHostings.name, coHostingId(activityId, unitId));
}

export async function keepCoHosting(transaction: Transaction, kept: CoHosting): Promise<void> {
  await transaction.replace(coHostings.name, kept);
}

/** Whose co-hostings are asked for: those a unit is the co-host of, or those in a state of records a unit, a city or all have. */
export type CoHostingsOf =
  | { unitId: string }
  | { state: CoHostingState; hostUnitId: string }
  | { state: CoHostingState; hostUnitCity: string }
  | { state: CoHostingState };

/** Co-hostings, the latest first, and the `after` that leads on; null at the end. */
export async function readCoHostings(
  reader: Reader,
  { editionId, of, after, size }: { editionId: string; of: CoHostingsOf; after: string | null; size: number },
): Promise<{ coHostings: CoHosting[]; next: string | null }> {
  const found = await reader.list<CoHosting>(coHostings.name, {
    where: { editionId, ...of, ...(after === null ? {} : { sortKey: { lessThan: after } }) },
    orderBy: ['sortKey', 'desc'],
    limit: size + 1,
  });
  const { page, next } = pageOf(found, size, ({ sortKey }) => sortKey);
  return { coHostings: page, next };
}
