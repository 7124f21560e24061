import { randomBytes } from 'node:crypto';
import type { Change } from './collection';
import type { WritePlan } from './database';
import { freezeDeeply, keyOfId, type StoredDocument } from './document';
import { documentIn, type View } from './view';
import { duplicateKey } from './unique-keys';

const newId = (): string => randomBytes(16).toString('hex');

/** Gives a new document its id, which the SDK leaves to the server. */
export const withId = (fields: Record<string, unknown>): StoredDocument =>
  freezeDeeply({ _id: fields._id ?? newId(), ...fields });

const change = (view: View, before: StoredDocument | null, after: StoredDocument | null): Change => ({
  collection: view.collection.name,
  key: keyOfId((after ?? before)?._id),
  before,
  after,
});

/** Adds documents; an id that is there already is refused. */
export const insertPlan =
  (documents: readonly StoredDocument[]): WritePlan =>
  (view) =>
    documents.map((document) => {
      if (documentIn(view, keyOfId(document._id))) {
        const [ids] = view.collection.indexes;
        if (ids) throw duplicateKey(view.collection.name, ids, [document._id]);
      }
      return change(view, null, document);
    });

/** Puts documents in place of those with the same ids. */
export const replacePlan =
  (documents: readonly StoredDocument[]): WritePlan =>
  (view) =>
    documents.map((document) => change(view, documentIn(view, keyOfId(document._id)) ?? null, document));

/** Takes the document with an id away, if it is there. */
export const removePlan =
  (id: unknown): WritePlan =>
  (view) => {
    const before = documentIn(view, keyOfId(id));
    return before ? [change(view, before, null)] : [];
  };
