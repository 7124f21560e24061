import type { Collection } from './collection';
import { type Condition, meets, readConditions } from './conditions';
import type { StoredDocument } from './document';
import { compareByOrder, type FieldOrder } from './field-values';
import { type IndexScan, planScans, type Selection } from './query-plan';

/** The documents a selection yields, in its order, read through indexes only. */
export function selectDocuments(collection: Collection, selection: Selection): StoredDocument[] {
  const { query, order, limit = Infinity } = selection;
  const conditions = readConditions(query);
  const scans = planScans(collection, conditions, selection);
  const isServed = isServedWhole(conditions, scans);
  const isOrdered = scans.every(({ index, range }) => index.isSingleFrom(range.equal.length));

  const candidates = isOrdered ? mergeScans(scans, order) : sortedCandidates(scans, order);
  const selected = new Set<StoredDocument>();
  if (limit === 0) return [];
  for (const document of candidates) {
    // Under a list of values a document stands several times.
    if (selected.has(document) || (!isServed && !meets(document, conditions))) continue;
    selected.add(document);
    if (selected.size >= limit) break;
  }
  return [...selected];
}

/** Whether scans yield just what is asked for: nothing but plain values of the fields they stand at. */
function isServedWhole(conditions: readonly Condition[], scans: readonly IndexScan[]): boolean {
  return (
    scans.every(
      ({ range }) =>
        range.equal.length === conditions.length && range.lower === undefined && range.upper === undefined,
    ) &&
    conditions.every((condition) =>
      condition.operator === '$in'
        ? condition.values.every(isPlainValue)
        : condition.operator === '$eq' && isPlainValue(condition.value),
    )
  );
}

const isPlainValue = (value: unknown): boolean => ['string', 'number', 'boolean'].includes(typeof value);

/**
 * How many documents a query finds. Where it asks for nothing but one plain value of each of an index's first fields, the
 * index tells without a document being read, as the platform's does.
 */
export function countDocuments(collection: Collection, query: Record<string, unknown>): number {
  const conditions = readConditions(query);
  const scans = planScans(collection, conditions, { order: [] });
  const [scan] = scans;
  if (scan && scans.length === 1 && isServedWhole(conditions, scans)) {
    const { index, range } = scan;
    if (index.isSingleFrom(range.equal.length)) return index.count(range);
  }
  return selectDocuments(collection, { query, order: [] }).length;
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

/** Everything the scans offer, sorted here because the index cannot. */
function sortedCandidates(scans: readonly IndexScan[], order: FieldOrder): StoredDocument[] {
  return scans
    .flatMap(({ index, range, backwards }) => [...index.scan(range, backwards)])
    .sort((left, right) => compareByOrder(left, right, order));
}
