import { canonicalText } from './canonical-text';

/** One document before and after a change; `before` is null when it was made, `after` when it was taken away. */
export interface DocumentChange {
  collection: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** A change as an entry keeps it: the fields that differ, and the digests of the whole document before and after. */
export interface KeptChange extends DocumentChange {
  from: string | null;
  to: string | null;
}

/** The end of a chain. */
export interface ChainHead {
  chain: string;
  number: number;
  hash: string;
}

/** Who did what, when, and what it changed (操作记录). Only ever added to, each entry tied to the one before by its hash. */
export interface AuditEntry {
  id: string;
  /** Which of the chains it stands in. */
  chain: string;
  /** Its place in the chain, from 1. */
  number: number;
  /** The hash of the entry before; empty for the first. */
  previous: string;
  /** The damaged chain whose place this one takes, and its last link as it was found; only in a chain's first entry. */
  follows: ChainHead | null;
  /** The ends of all chains shortly before it was written, as `copyOfHeads` writes them: what is cut off later was seen here. */
  seen: string;
  /** Which key its hash is made with. */
  keyNumber: number;
  hash: string;
  /** What was asked for, once: a request of a person, or a job of the timer. */
  key: string;
  at: number;
  /** Orders all entries by time, each at a place of its own. */
  order: string;
  action: string;
  /** The member who did it; null for the timer, and for what the public does for itself, which leaves no name. */
  openid: string | null;
  /** The unit it was done for, and in which role; null where there is none. */
  unitId: string | null;
  role: string | null;
  changedIds: string[];
  changes: KeptChange[];
}

/** Makes the hash of a text. */
export type Digest = (text: string) => string;

type Unchained = Omit<AuditEntry, 'id' | 'chain' | 'number' | 'order' | 'previous' | 'follows' | 'hash'>;

/** The hash of an entry over everything in it but the hash itself. */
export function hashOf(
  { hash: _hash, ...entry }: Omit<AuditEntry, 'hash'> & { hash?: string },
  digest: Digest,
): string {
  return digest(canonicalText(entry));
}

/** An entry's id: its chain and its place there. */
export function auditEntryId(chain: string, number: number): string {
  return `${chain}-${String(number).padStart(9, '0')}`;
}

/** Where an entry goes: a chain, its end as it is now, null for its first entry, and the damaged chain that it follows. */
export interface ChainEnd {
  chain: string;
  head: { number: number; hash: string } | null;
  follows: ChainHead | null;
}

/** Ties a new entry to the end of a chain. */
export function chainEntry(entry: Unchained, { chain, head, follows }: ChainEnd, digest: Digest): AuditEntry {
  const number = (head?.number ?? 0) + 1;
  const id = auditEntryId(chain, number);
  const order = `${String(entry.at).padStart(15, '0')} ${id}`;
  const unhashed = {
    ...entry,
    id,
    chain,
    number,
    order,
    previous: head?.hash ?? '',
    follows: head === null ? follows : null,
  };
  return { ...unhashed, hash: hashOf(unhashed, digest) };
}
