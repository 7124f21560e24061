import type { Collection } from './collection';
import { keyOfId, type StoredDocument } from './document';
import { compareByOrder, type FieldOrder } from './field-values';
import { compileQuery } from './mingo-context';
import { type IndexScan, planScans, type Selection } from './query-plan';

/** A collection as somebody sees it: the committed documents, with some replaced or hidden (null). */
export interface View {
  collection: Collection;
  overlay: ReadonlyMap<string, StoredDocument | null>;
}

/** The documents a selection yields, in its order, read through indexes only. */
export function selectDocuments(view: View, selection: Selection): StoredDocument[] {
  const { query, order, skip, limit = Infinity } = selection;
  const scans = planScans(view.collection, selection);
  const matches = isServedWhole(query, scans) && view.overlay.size === 0 ? () => true : compileQuery(query);
  const isOrdered =
    view.overlay.size === 0 && scans.every(({ index, range }) => index.isSingleFrom(range.equal.length));

  const candidates = isOrdered ? mergeScans(scans, order) : sortedCandidates(view, scans, order);
  const selected: StoredDocument[] = [];
  const seen = new Set<StoredDocument>();
  let passed = 0;
  if (limit === 0) return selected;
  for (const document of candidates) {
    if (seen.has(document) || !matches(document)) continue;
    seen.add(document);
    passed += 1;
    if (passed <= skip) continue;
    selected.push(document);
    if (selected.length >= limit) break;
  }
  return selected;
}

/** Whether scans yield just what a query asks for: it asks for nothing but plain values of the fields they stand at. */
function isServedWhole(query: Record<string, unknown>, scans: readonly IndexScan[]): boolean {
  const conditions = Object.values(query);
  return (
    scans.every(
      ({ range }) =>
        range.equal.length === conditions.length && range.lower === undefined && range.upper === undefined,
    ) && conditions.every((condition) => isPlainValue(condition) || isPlainChoice(condition))
  );
}

/** `{ $in: [...] }` of plain values, and nothing beside it. */
function isPlainChoice(condition: unknown): boolean {
  if (typeof condition !== 'object' || condition === null) return false;
  const [[operator, values] = [], ...others] = Object.entries(condition) as [string, unknown][];
  return others.length === 0 && operator === '$in' && Array.isArray(values) && values.every(isPlainValue);
}

const isPlainValue = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * How many documents a query finds. Where it asks for nothing but one plain value of each of an index's first fields, the
 * index tells without a document being read, as the platform's does.
 */
export function countDocuments(view: View, query: Record<string, unknown>): number {
  const scans = planScans(view.collection, { query, order: [], skip: 0 });
  const [scan] = scans;
  if (scan && scans.length === 1 && view.overlay.size === 0) {
    const { index, range } = scan;
    const isWholeQuery =
      Object.keys(query).length === range.equal.length && Object.values(query).every(isPlainValue);
    if (isWholeQuery && index.isSingleFrom(range.equal.length)) return index.count(range);
  }
  return selectDocuments(view, { query, order: [], skip: 0 }).length;
}

/** The document with an id, as a view shows it. */
export function documentIn({ collection, overlay }: View, key: string): StoredDocument | undefined {
  const replaced = overlay.get(key);
  return replaced === undefined ? collection.documents.get(key) : (replaced ?? undefined);
}

/** Merges scans that are in order each, so that a limit ends the work early. */
function* mergeScans(scans: readonly IndexScan[], order: FieldOrder): Generator<StoredDocument> {
  if (order.length === 0 || scans.length === 1) {
    for (const { index, range, backwards } of scans) yield* index.scan(range, backwards);
    return;
  }
  const heads: { document: StoredDocument; rest: Generator<StoredDocument> }[] = [];
  for (const { index, range, backwards } of scans) {
    const rest = index.scan(range, backwards);
    const first = rest.next();
    if (!first.done) heads.push({ document: first.value, rest });
  }
  while (heads.length > 0) {
    const head = heads.reduce((best, each) =>
      compareByOrder(each.document, best.document, order) < 0 ? each : best,
    );
    yield head.document;
    const next = head.rest.next();
    if (next.done) heads.splice(heads.indexOf(head), 1);
    else head.document = next.value;
  }
}

/** Everything the scans and the overlay offer, sorted here because the index cannot. */
function sortedCandidates(view: View, scans: readonly IndexScan[], order: FieldOrder): StoredDocument[] {
  const candidates: StoredDocument[] = [];
  for (const { index, range, backwards } of scans) {
    for (const document of index.scan(range, backwards)) {
      if (!view.overlay.has(keyOfId(document._id))) candidates.push(document);
    }
  }
  for (const document of view.overlay.values()) if (document) candidates.push(document);
  return candidates.sort((left, right) => compareByOrder(left, right, order));
}
