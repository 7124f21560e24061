import { randomBytes } from 'node:crypto';
import { applyUpdate } from './apply-update';
import type { Change } from './collection';
import { compareValues } from './compare-values';
import type { WritePlan } from './database';
import { freezeDeeply, keyOfId, type StoredDocument } from './document';
import { documentIn, selectDocuments, type View } from './select-documents';
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

/** What the update or removal of documents is asked for. */
export interface Target {
  query: Record<string, unknown>;
  /** Whether all that match are meant, or only the first. */
  multiple: boolean;
}

const matching = (view: View, { query, multiple }: Target): StoredDocument[] =>
  selectDocuments(view, { query, order: [], skip: 0 }).slice(0, multiple ? undefined : 1);

/** Updates documents in place; one that the update leaves equal does not change. */
export const updatePlan =
  (target: Target, update: Record<string, unknown>): WritePlan =>
  (view) =>
    matching(view, target).flatMap((before) => {
      const after = applyUpdate(before, update, target.query);
      return compareValues(before, after) === 0 ? [] : [change(view, before, after)];
    });

export const removePlan =
  (target: Target): WritePlan =>
  (view) =>
    matching(view, target).map((before) => change(view, before, null));
