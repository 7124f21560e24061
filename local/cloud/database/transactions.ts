import { randomUUID } from 'node:crypto';
import { transactionMissing } from '../cloud-error';
import type { RequestOrder } from '../functions/request-order';
import type { Change } from './collection';
import type { StoredDocument } from './document';

/** Real milliseconds after which the platform gives up a transaction. */
const LIFE_MS = 30_000;

/** An open transaction: it sees the documents as they were when it began, and its own writes. */
export interface Transaction {
  id: string;
  /** The invocation that began it. */
  owner: string;
  /** The last commit it sees. */
  snapshot: number;
  /** What it will write, by resource name. */
  writes: Map<string, Change>;
  expiry: NodeJS.Timeout;
  /** How many reads and writes were asked for. */
  operations: number;
  lastRequest?: RequestOrder;
}

/** The name under which a document is held. */
export const resourceOf = ({ collection, key }: { collection: string; key: string }): string =>
  JSON.stringify([collection, key]);

/**
 * The open transactions, what they hold, and the history they need to see the past.
 * A document or unique key is held from its first write in a transaction until that ends.
 */
export class Transactions {
  readonly #open = new Map<string, Transaction>();
  readonly #holders = new Map<string, Transaction>();
  #history: { sequence: number; changes: readonly Change[] }[] = [];
  #sequence = 0;

  begin(owner: string): Transaction {
    const id = randomUUID();
    const expiry = setTimeout(() => {
      this.end(id);
    }, LIFE_MS).unref();
    const transaction: Transaction = {
      id,
      owner,
      snapshot: this.#sequence,
      writes: new Map(),
      expiry,
      operations: 0,
    };
    this.#open.set(id, transaction);
    return transaction;
  }

  get(id: string, owner: string): Transaction {
    const transaction = this.#open.get(id);
    if (transaction?.owner !== owner) throw transactionMissing();
    return transaction;
  }

  /** Forgets a transaction and lets go of what it holds. */
  end(id: string): void {
    const transaction = this.#open.get(id);
    if (!transaction) return;
    clearTimeout(transaction.expiry);
    this.#open.delete(id);
    for (const [resource, holder] of this.#holders) {
      if (holder === transaction) this.#holders.delete(resource);
    }
    const oldest = Math.min(...[...this.#open.values()].map(({ snapshot }) => snapshot));
    this.#history = this.#history.filter(({ sequence }) => sequence > oldest);
  }

  /** Ends what an invocation left open. */
  endOwnedBy(owner: string): void {
    for (const transaction of [...this.#open.values()]) {
      if (transaction.owner === owner) this.end(transaction.id);
    }
  }

  isOwner(owner: string): boolean {
    return [...this.#open.values()].some((transaction) => transaction.owner === owner);
  }

  hold(transaction: Transaction, resources: readonly string[]): void {
    for (const resource of resources) this.#holders.set(resource, transaction);
  }

  /** Whether another transaction (any, without `except`) holds one of the resources. */
  isHeld(resources: readonly string[], except?: Transaction): boolean {
    return resources.some((resource) => {
      const holder = this.#holders.get(resource);
      return holder !== undefined && holder !== except;
    });
  }

  /** Whether a document was committed by others since the transaction began. */
  isChangedSince({ snapshot }: Transaction, collection: string, key: string): boolean {
    return this.#history.some(
      ({ sequence, changes }) =>
        sequence > snapshot &&
        changes.some((change) => change.collection === collection && change.key === key),
    );
  }

  /** Remembers a commit for as long as some open transaction must not see it. */
  recordCommit(changes: readonly Change[]): void {
    this.#sequence += 1;
    if (this.#open.size > 0) this.#history.push({ sequence: this.#sequence, changes });
  }

  /** How a collection differs, for a transaction, from what is committed now. */
  overlayFor(transaction: Transaction, collection: string): Map<string, StoredDocument | null> {
    const overlay = new Map<string, StoredDocument | null>();
    for (const { sequence, changes } of [...this.#history].reverse()) {
      if (sequence <= transaction.snapshot) break;
      for (const change of changes) {
        if (change.collection === collection) overlay.set(change.key, change.before);
      }
    }
    for (const write of transaction.writes.values()) {
      if (write.collection === collection) overlay.set(write.key, write.after);
    }
    return overlay;
  }
}
