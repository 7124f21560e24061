/**
 * A key of the store: its kind first (`document`, `collection`, `file`, `clock`), then what names it.
 * It has two parts at least, because LMDB gives a list of one back as its only element.
 */
export type StoreKey = readonly [kind: string, name: string, ...names: string[]];

/** One change of a commit; an absent value removes the key. */
export interface StoreWrite {
  key: StoreKey;
  value?: string;
}

/** Where the local cloud keeps what must outlive it. Everything is also in memory, so it is read only at start. */
export interface DurableStore {
  load(): Iterable<{ key: StoreKey; value: string }>;
  /** Writes all or nothing, and returns only when the bytes are on the disk. */
  commit(writes: readonly StoreWrite[]): Promise<void>;
  close(): Promise<void>;
}
