import type { Document, Reader, Transaction } from '../platform/database';
import { checkIns } from './public/check-ins';
import type { Collection } from './collection';
import { contentChecks } from './record/content-checks';
import { favourites } from './public/favourites';
import { feedbackAuthors } from './public/feedback';
import { pictureAsks } from './record/picture-asks';
import { rateLimits } from './rate-limits';
import { reminders } from './public/reminders';
import { requests } from './requests';
import { subscriptions } from './people/subscriptions';

/** Where people leave traces (个人痕迹), and by what an edition's are found: the edition, or a moment they are no longer needed after. */
export const traceCollections: readonly (Pick<Collection, 'name'> & {
  by: 'editionId' | 'at' | 'until' | 'dueAt';
})[] = [
  { name: checkIns.name, by: 'editionId' },
  { name: favourites.name, by: 'editionId' },
  { name: reminders.name, by: 'editionId' },
  { name: feedbackAuthors.name, by: 'editionId' },
  { name: requests.name, by: 'at' },
  { name: rateLimits.name, by: 'until' },
  { name: subscriptions.name, by: 'at' },
  { name: contentChecks.name, by: 'dueAt' },
  { name: pictureAsks.name, by: 'at' },
];

type TraceCollection = (typeof traceCollections)[number];

/** The ids of some traces of an edition; none when all are gone. */
export async function tracesOfEdition(
  reader: Reader,
  { name, by }: TraceCollection,
  { editionId, until, size }: { editionId: string; until: number; size: number },
): Promise<string[]> {
  const found = await reader.list<Document>(name, {
    where: by === 'editionId' ? { editionId } : { [by]: { lessThan: until } },
    limit: size,
  });
  return found.map(({ id }) => id);
}

/** Takes traces away; those that are gone already stay gone. */
export async function removeTraces(
  transaction: Transaction,
  { name }: TraceCollection,
  ids: readonly string[],
): Promise<void> {
  for (const id of ids) {
    if ((await transaction.find(name, id)) !== null) await transaction.remove(name, id);
  }
}
