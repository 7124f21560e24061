import type { DocumentChange, Digest, KeptChange } from './audit-chain';
import { canonicalText } from './canonical-text';

type Fields = Record<string, unknown>;

/** How much is kept of each value; the next is taken when an entry would be too long. */
interface Bounds {
  /** Characters of a text. */
  text: number;
  /** Characters of what is made of several values, written as JSON. */
  whole: number;
}

const bounds: readonly Bounds[] = [
  { text: 300, whole: 1500 },
  { text: 60, whole: 200 },
  { text: 0, whole: 0 },
];

/** Characters of all changes of an entry, written as JSON: at most three times as many bytes. */
const longestChanges = 8000;

/** What a history needs of every change, whether it differs or not. */
const alwaysKept: readonly string[] = ['revision', 'lastChange'];

/** The document's own field is the change's. */
const neverKept: readonly string[] = ['id'];

/** Several changes of one document within an entry are one, from the first before to the last after. */
function joined(changes: readonly DocumentChange[]): DocumentChange[] {
  const byDocument = new Map<string, DocumentChange>();
  for (const change of changes) {
    const key = `${change.collection} ${change.id}`;
    byDocument.set(key, { ...change, before: (byDocument.get(key) ?? change).before });
  }
  return [...byDocument.values()].filter(({ before, after }) => before !== null || after !== null);
}

function isSame(one: unknown, other: unknown): boolean {
  return canonicalText({ value: one }) === canonicalText({ value: other });
}

/** A value, or how long what was left out of it is and its digest. */
function bounded(value: unknown, { text, whole }: Bounds, digest: Digest): unknown {
  const isText = typeof value === 'string';
  const full = isText ? value : JSON.stringify(value);
  if (full.length <= Math.max(isText ? text : whole, 20)) return value;
  const begin = isText ? `${Array.from(value).slice(0, text).join('')}…` : '';
  return `${begin}〔共 ${full.length} 字，摘要 ${digest(full).slice(0, 16)}〕`;
}

function differing({ before, after }: DocumentChange, unnamed: readonly string[]): string[] {
  const left = new Set([...neverKept, ...unnamed]);
  const fields = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])];
  return fields.filter(
    (field) => !left.has(field) && (alwaysKept.includes(field) || !isSame(before?.[field], after?.[field])),
  );
}

function pick(
  document: Fields | null,
  fields: readonly string[],
  keep: (value: unknown) => unknown,
): Fields | null {
  if (document === null) return null;
  const had = fields.filter((field) => document[field] !== undefined);
  return Object.fromEntries(had.map((field) => [field, keep(document[field])]));
}

/**
 * What an entry keeps of changes (改了什么): one for each document, the fields that differ and none that names the public, long
 * values cut with their digest, all of it bounded in size. Of what is taken away nothing stays but that it was there.
 *
 * @param unnamedIn - the fields of a collection that name the public.
 */
export function keptChangesOf(
  changes: readonly DocumentChange[],
  unnamedIn: (collection: string) => readonly string[],
  digest: Digest,
): KeptChange[] {
  const digestOf = (document: Fields | null) => (document === null ? null : digest(canonicalText(document)));
  const whole = joined(changes).map((change) => ({
    change,
    fields: change.after === null ? [] : differing(change, unnamedIn(change.collection)),
    from: digestOf(change.before),
    to: digestOf(change.after),
  }));
  const within = (keep: (value: unknown) => unknown, keepFields: boolean): KeptChange[] =>
    whole.map(({ change: { collection, id, before, after }, fields, from, to }) => ({
      collection,
      id,
      before: pick(before, keepFields ? fields : [], keep),
      after: pick(after, keepFields ? fields : [], keep),
      from,
      to,
    }));
  for (const bound of bounds) {
    const kept = within((value) => bounded(value, bound, digest), true);
    if (JSON.stringify(kept).length <= longestChanges) return kept;
  }
  return within((value) => value, false);
}
