import { setTimeout as sleep } from 'node:timers/promises';
import { collectionMissing, transactionConflict } from '../cloud-error';
import { assertStorable } from '../store/assert-storable';
import type { DurableStore, StoreWrite } from '../store/durable-store';
import { SerialQueue } from './serial-queue';
import { type Change, Collection } from './collection';
import type { IndexDeclaration } from './collection-index';
import { distinctValues, type Stage } from './distinct-values';
import { keyOfId, type StoredDocument } from './document';
import { writeEjson } from './ejson';
import type { Selection } from './query-plan';
import { countDocuments, selectDocuments } from './select-documents';
import { resourceOf, type Transaction, Transactions } from './transactions';
import { assertUnique, duplicateKey, findDuplicate, uniqueKeysTaken } from './unique-keys';
import { documentIn, type View } from './view';

/** How long a plain write waits for a document that an open transaction holds. */
const PATIENCE_MS = 2000;
const POLL_MS = 5;

/** Works out what to change from what the writer sees; it must not keep anything between runs. */
export type WritePlan = (view: View) => Change[];

/**
 * The documents in memory, backed by the store. Writes happen one after another, and memory changes
 * only after the store has the bytes: a failed write leaves everything as it was.
 */
export class Database {
  readonly transactions = new Transactions();
  readonly #collections = new Map<string, Collection>();
  readonly #writing = new SerialQueue();

  constructor(private readonly store: DurableStore) {}

  get collectionNames(): string[] {
    return [...this.#collections.keys()];
  }

  get isEmpty(): boolean {
    return [...this.#collections.values()].every(({ documents }) => documents.size === 0);
  }

  collection(name: string): Collection {
    const collection = this.#collections.get(name);
    if (!collection) throw collectionMissing(name);
    return collection;
  }

  /** Puts a collection in place at start, with the documents the store holds. */
  loadCollection(
    name: string,
    indexes: readonly IndexDeclaration[],
    documents: Iterable<StoredDocument>,
  ): void {
    const collection = new Collection(name, indexes);
    collection.load(documents);
    this.#collections.set(name, collection);
  }

  /** The collection as a transaction sees it, or as it is committed. */
  view(name: string, transaction?: Transaction): View {
    const collection = this.collection(name);
    const overlay = transaction ? this.transactions.overlayFor(transaction, name) : new Map<string, null>();
    return { collection, overlay };
  }

  /** The document with an id, as a transaction sees it, or as it is committed. */
  find(name: string, id: unknown, transaction?: Transaction): StoredDocument | undefined {
    return documentIn(this.view(name, transaction), keyOfId(id));
  }

  select(name: string, selection: Selection): StoredDocument[] {
    return selectDocuments(this.collection(name), selection);
  }

  count(name: string, query: Record<string, unknown>): number {
    return countDocuments(this.collection(name), query);
  }

  distinct(name: string, stages: readonly Stage[]): { _id: unknown }[] {
    return distinctValues(this.collection(name), stages);
  }

  /** Writes to one collection at once, or as a part of a transaction; gives back what changed. */
  write(name: string, plan: WritePlan, transaction?: Transaction): Promise<Change[]> {
    return transaction
      ? this.#writing.run(() => this.#writeInTransaction(name, plan, transaction))
      : this.writeTogether([[name, plan]]);
  }

  /** Writes to several collections at once, all or nothing; gives back what changed. */
  async writeTogether(plans: readonly (readonly [name: string, plan: WritePlan])[]): Promise<Change[]> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      const changes = await this.#writing.run(async () => {
        const planned = plans.flatMap(([name, plan]) => storable(plan(this.view(name))));
        const resources = planned.flatMap((change) =>
          resourcesOf(this.collection(change.collection), change),
        );
        if (this.transactions.isHeld(resources)) return undefined;
        await this.#persist(planned);
        return planned;
      });
      if (changes) return changes;
      if (performance.now() > deadline) throw transactionConflict();
      await sleep(POLL_MS);
    }
  }

  async commit(transaction: Transaction): Promise<void> {
    await this.#writing.run(async () => {
      this.transactions.get(transaction.id, transaction.owner);
      const changes = [...transaction.writes.values()].filter(({ before, after }) => before ?? after);
      try {
        await this.#persist(changes);
      } finally {
        this.transactions.end(transaction.id);
      }
    });
  }

  #writeInTransaction(name: string, plan: WritePlan, transaction: Transaction): Change[] {
    this.transactions.get(transaction.id, transaction.owner);
    try {
      const view = this.view(name, transaction);
      const changes = storable(plan(view));
      for (const change of changes) this.#addToTransaction(view.collection, change, transaction);
      return changes;
    } catch (error) {
      // As on the platform, a failed write ends the whole transaction.
      this.transactions.end(transaction.id);
      throw error;
    }
  }

  #addToTransaction(collection: Collection, change: Change, transaction: Transaction): void {
    const resources = resourcesOf(collection, change);
    if (
      this.transactions.isHeld(resources, transaction) ||
      this.transactions.isChangedSince(transaction, collection.name, change.key)
    ) {
      throw transactionConflict();
    }
    this.#assertUniqueInTransaction(collection, change, transaction);
    this.transactions.hold(transaction, resources);
    const resource = resourceOf(change);
    const earlier = transaction.writes.get(resource);
    transaction.writes.set(resource, { ...change, before: earlier ? earlier.before : change.before });
  }

  #assertUniqueInTransaction(collection: Collection, change: Change, transaction: Transaction): void {
    if (!change.after) return;
    const isOwn = (key: string): boolean =>
      key === change.key || transaction.writes.has(resourceOf({ collection: collection.name, key }));
    const duplicate = findDuplicate(collection, change.after, isOwn);
    if (duplicate) {
      // A document the transaction could not see yet is a conflict, and a retry will see it.
      if (this.transactions.isChangedSince(transaction, collection.name, duplicate.key)) {
        throw transactionConflict();
      }
      throw duplicateKey(collection.name, duplicate.index, duplicate.values);
    }
    const own = [...transaction.writes.values()].filter(
      (write) => write.collection === collection.name && write.key !== change.key,
    );
    assertUnique(collection, [...own, change]);
  }

  async #persist(changes: readonly Change[]): Promise<void> {
    if (changes.length === 0) return;
    const names = new Set(changes.map(({ collection }) => collection));
    const parts = [...names].map((name) => ({
      collection: this.collection(name),
      part: changes.filter(({ collection }) => collection === name),
    }));
    for (const { collection, part } of parts) assertUnique(collection, part);
    await this.store.commit(changes.map(toStoreWrite));
    for (const { collection, part } of parts) collection.apply(part);
    this.transactions.recordCommit(changes);
  }
}

function storable(changes: Change[]): Change[] {
  for (const { after } of changes) assertStorable(after);
  return changes;
}

const resourcesOf = (collection: Collection, change: Change): string[] => [
  resourceOf(change),
  ...uniqueKeysTaken(collection, change),
];

const toStoreWrite = ({ collection, key, after }: Change): StoreWrite =>
  after
    ? { key: ['document', collection, key], value: writeEjson(after) }
    : { key: ['document', collection, key] };
