import { freezeDeeply, isPlainObject, type StoredDocument } from '../database/document';
import { readEjson } from '../database/ejson';
import type { DurableStore } from './durable-store';

/** Everything a store holds, ready to be taken over into memory. */
export interface StoreContent {
  clock?: { now: number; rate: number };
  documents: Map<string, StoredDocument[]>;
  /** Descriptions of files. */
  files: string[];
  /** Mails that functions sent. */
  mails: string[];
}

export function loadStore(store: DurableStore): StoreContent {
  const content: StoreContent = { documents: new Map(), files: [], mails: [] };
  for (const { key, value } of store.load()) {
    const [kind, name] = key;
    switch (kind) {
      case 'clock':
        content.clock = JSON.parse(value) as { now: number; rate: number };
        break;
      case 'file':
        content.files.push(value);
        break;
      case 'mail':
        content.mails.push(value);
        break;
      case 'document':
        addDocument(content, name, value);
        break;
      default:
        throw new Error(`unknown entry ${kind}`);
    }
  }
  return content;
}

function addDocument({ documents }: StoreContent, collection: string, text: string): void {
  const document = readEjson(text);
  if (!isPlainObject(document) || !('_id' in document))
    throw new Error(`a document of ${collection} has no id`);
  const list = documents.get(collection) ?? [];
  list.push(freezeDeeply(document as StoredDocument));
  documents.set(collection, list);
}
