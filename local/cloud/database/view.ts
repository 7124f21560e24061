import type { Collection } from './collection';
import type { StoredDocument } from './document';

/** A collection as somebody sees it: the committed documents, with some replaced or hidden (null). */
export interface View {
  collection: Collection;
  overlay: ReadonlyMap<string, StoredDocument | null>;
}

/** The document with an id, as a view shows it. */
export function documentIn({ collection, overlay }: View, key: string): StoredDocument | undefined {
  const replaced = overlay.get(key);
  return replaced === undefined ? collection.documents.get(key) : (replaced ?? undefined);
}
