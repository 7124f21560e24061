/** One document before and after a change; `before` is null when it was made, `after` when it was taken away. */
export interface Change {
  collection: string;
  id: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
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
  hash: string;
  /** What was asked for, once: a request of a person, or a job of the timer. */
  key: string;
  at: number;
  /** Orders all entries by time, each at a place of its own. */
  order: string;
  action: string;
  /** The member who did it; null for the timer, and for what the public does for itself, which leaves no name. */
  openid: string | null;
  /** The unit it was done for; null where there is none. */
  unitId: string | null;
  changedIds: string[];
  changes: Change[];
}

type Digest = (text: string) => string;
type Unchained = Omit<AuditEntry, 'id' | 'chain' | 'number' | 'order' | 'previous' | 'hash'>;

/** JSON with keys in order and without what a database drops, so that kept and read back it gives the same text. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each) => canonical(each) ?? null);
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value;
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([key, each]) => [key, canonical(each)]),
  );
}

/** The hash of an entry over everything in it but the hash itself. */
export function hashOf(
  { hash: _hash, ...entry }: Omit<AuditEntry, 'hash'> & { hash?: string },
  digest: Digest,
): string {
  return digest(JSON.stringify(canonical(entry)));
}

/** An entry's id: its chain and its place there. */
export function auditEntryId(chain: string, number: number): string {
  return `${chain}-${String(number).padStart(9, '0')}`;
}

/** Ties a new entry to the end of a chain; `head` is null for its first. */
export function chainEntry(
  entry: Unchained,
  chain: string,
  head: { number: number; hash: string } | null,
  digest: Digest,
): AuditEntry {
  const number = (head?.number ?? 0) + 1;
  const id = auditEntryId(chain, number);
  const order = `${String(entry.at).padStart(15, '0')} ${id}`;
  const unhashed = { ...entry, id, chain, number, order, previous: head?.hash ?? '' };
  return { ...unhashed, hash: hashOf(unhashed, digest) };
}
