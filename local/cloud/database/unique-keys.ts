import { writeFailure } from '../cloud-error';
import type { Change, Collection } from './collection';
import type { CollectionIndex } from './collection-index';
import { keyOfId, type StoredDocument } from './document';
import { writeEjson } from './ejson';

const uniqueIndexes = (collection: Collection): CollectionIndex[] =>
  collection.indexes.filter(({ declaration }) => declaration.unique);

/** Names of the unique keys that changes take, so that open transactions can reserve them. */
export function uniqueKeysTaken(collection: Collection, { after }: Change): string[] {
  if (!after) return [];
  return uniqueIndexes(collection).flatMap((index) =>
    index.valuesOf(after).map((values) => writeEjson([collection.name, index.declaration.name, values])),
  );
}

/** A committed document, not itself being changed, that already has a unique key of `document`. */
export function findDuplicate(
  collection: Collection,
  document: StoredDocument,
  isChanging: (key: string) => boolean,
): { index: CollectionIndex; values: readonly unknown[]; key: string } | undefined {
  for (const index of uniqueIndexes(collection)) {
    for (const values of index.valuesOf(document)) {
      for (const other of index.scan({ equal: values }, false)) {
        const key = keyOfId(other._id);
        if (!isChanging(key)) return { index, values, key };
      }
    }
  }
  return undefined;
}

/** Refuses changes of one commit that would leave two documents with the same unique key. */
export function assertUnique(collection: Collection, changes: readonly Change[]): void {
  const changing = new Set(changes.map(({ key }) => key));
  const taken = new Set<string>();
  for (const change of changes) {
    if (!change.after) continue;
    const duplicate = findDuplicate(collection, change.after, (key) => changing.has(key));
    if (duplicate) throw duplicateKey(collection.name, duplicate.index, duplicate.values);
    for (const index of uniqueIndexes(collection)) {
      for (const values of index.valuesOf(change.after)) {
        const name = writeEjson([index.declaration.name, values]);
        if (taken.has(name)) throw duplicateKey(collection.name, index, values);
        taken.add(name);
      }
    }
  }
}

export function duplicateKey(collection: string, index: CollectionIndex, values: readonly unknown[]): Error {
  const { name, keys } = index.declaration;
  const fields = values.map((value, position) => {
    const field = name === '_id_' ? '' : (keys[position]?.[0] ?? '');
    return `${field}: ${writeEjson(value)}`;
  });
  return writeFailure(
    `E11000 duplicate key error collection: ${collection} index: ${name} dup key: { ${fields.join(', ')} }`,
  );
}
