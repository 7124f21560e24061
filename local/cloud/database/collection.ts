import { CollectionIndex, type IndexDeclaration } from './collection-index';
import { keyOfId, type StoredDocument } from './document';

const ID_INDEX: IndexDeclaration = { name: '_id_', keys: [['_id', 1]], unique: true };

const BULK = 500;

/** What one commit does to one document; null stands for "not there". */
export interface Change {
  collection: string;
  key: string;
  before: StoredDocument | null;
  after: StoredDocument | null;
}

/** The committed documents of a collection, by id and by every declared index. */
export class Collection {
  readonly documents = new Map<string, StoredDocument>();
  /** Another number after each change, for whoever wants to know whether there was one. */
  version = 0;
  readonly indexes: readonly CollectionIndex[];

  constructor(
    readonly name: string,
    indexes: readonly IndexDeclaration[],
  ) {
    this.indexes = [ID_INDEX, ...indexes].map((declaration) => new CollectionIndex(declaration));
  }

  /** Takes over documents that were read from the store. */
  load(documents: Iterable<StoredDocument>): void {
    for (const document of documents) this.documents.set(keyOfId(document._id), document);
    for (const index of this.indexes) index.build(this.documents.values());
  }

  /** Puts committed changes in place; for very many it is faster to make the indexes anew. */
  apply(changes: readonly Change[]): void {
    this.version += 1;
    const isBulk = changes.length > BULK;
    for (const { key, after } of changes) {
      const before = this.documents.get(key);
      if (after) this.documents.set(key, after);
      else this.documents.delete(key);
      if (isBulk) continue;
      for (const index of this.indexes) {
        if (before) index.remove(before);
        if (after) index.add(after);
      }
    }
    if (isBulk) for (const index of this.indexes) index.build(this.documents.values());
  }
}
