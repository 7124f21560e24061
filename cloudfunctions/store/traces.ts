import type { Document, Reader, Transaction } from '../platform/database';
import type { Collection } from './collection';
import { collections } from './collections';
import { noEdition } from './public/feedback';

/** A collection in which people leave traces (个人痕迹). */
type TraceCollection = Collection & { erasedBy: NonNullable<Collection['erasedBy']> };

/** Every collection in which people leave traces. */
export const traceCollections: readonly TraceCollection[] = collections.flatMap((collection) =>
  collection.erasedBy === undefined ? [] : [{ ...collection, erasedBy: collection.erasedBy }],
);

/** The ids of some traces of an edition, and of what belongs to none; none when all are gone. */
export async function tracesOfEdition(
  reader: Reader,
  { name, erasedBy }: TraceCollection,
  { editionId, until, size }: { editionId: string; until: number; size: number },
): Promise<string[]> {
  const found = await reader.list<Document>(name, {
    where:
      erasedBy === 'editionId'
        ? { editionId: { oneOf: [editionId, noEdition] } }
        : { [erasedBy]: { lessThan: until } },
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
