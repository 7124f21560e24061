import { databaseFailure } from '../cloud-error';
import type { Collection } from './collection';
import type { Bound, CollectionIndex, IndexRange } from './collection-index';
import type { Condition } from './conditions';
import type { FieldOrder } from './field-values';

/** What is asked of a collection. */
export interface Selection {
  query: Record<string, unknown>;
  order: FieldOrder;
  /** Absent when everything that matches is wanted. */
  limit?: number;
}

/** One pass over a part of an index. */
export interface IndexScan {
  index: CollectionIndex;
  range: IndexRange;
  backwards: boolean;
}

const MOST_SCANS = 1000;

/** What a query asks of fields, as far as an index can use it. */
interface Needs {
  /** Fields that must equal one of some values. */
  equal: Map<string, readonly unknown[]>;
  /** Fields that must lie between bounds. */
  between: Map<string, { lower?: Bound; upper?: Bound }>;
}

/**
 * Finds index scans that together yield every document that fulfils the conditions, each in the wanted order.
 * A query that no declared index serves is refused, because it would read the whole collection.
 */
export function planScans(
  collection: Collection,
  conditions: readonly Condition[],
  { order, limit }: Pick<Selection, 'order' | 'limit'>,
): IndexScan[] {
  if (order.length === 0 && limit === undefined && conditions.length === 0) {
    throw databaseFailure(
      `集合 ${collection.name} 的请求没有任何查询条件，会扫描整个集合；请加上由索引支持的条件（读取时也可用 limit）。`,
    );
  }
  const scans = scansOf(collection, needsOf(conditions), order);
  if (scans.length > MOST_SCANS) {
    throw databaseFailure(`集合 ${collection.name} 的查询取值组合过多（${scans.length} 种）。`);
  }
  return scans;
}

/** The first equality narrows; a second one on the same field is left to the test of each document, as is a second bound. */
function needsOf(conditions: readonly Condition[]): Needs {
  const needs: Needs = { equal: new Map(), between: new Map() };
  for (const condition of conditions) {
    const { field, operator } = condition;
    if (operator === '$eq' || operator === '$in') {
      const values = operator === '$in' ? condition.values : [condition.value];
      if (!needs.equal.has(field)) needs.equal.set(field, values);
    } else {
      const bound = { value: condition.value, inclusive: operator === '$gte' || operator === '$lte' };
      const side = operator === '$gt' || operator === '$gte' ? { lower: bound } : { upper: bound };
      needs.between.set(field, { ...side, ...needs.between.get(field) });
    }
  }
  return needs;
}

function scansOf(collection: Collection, needs: Needs, order: FieldOrder): IndexScan[] {
  const [idIndex] = collection.indexes;
  const ids = needs.equal.get('_id');
  if (idIndex && ids) {
    return ids.map((id) => ({ index: idIndex, range: { equal: [id] }, backwards: false }));
  }
  for (const index of collection.indexes) {
    const match = matchIndex(index, needs, order);
    if (match) return match;
  }
  throw databaseFailure(describeMissingIndex(collection.name, needs, order));
}

/** An index serves a query when the equality fields are exactly its first fields and the range or the sort continues it. */
function matchIndex(index: CollectionIndex, needs: Needs, order: FieldOrder): IndexScan[] | undefined {
  const { keys } = index.declaration;
  const prefix = keys.slice(0, needs.equal.size);
  if (prefix.length < needs.equal.size || !prefix.every(([field]) => needs.equal.has(field)))
    return undefined;

  const ranges = [...needs.between].filter(([field]) => !needs.equal.has(field));
  const next = keys[prefix.length]?.[0];
  if (ranges.length > 1 || (ranges[0] && ranges[0][0] !== next)) return undefined;

  const remaining = remainingOrder(needs, order);
  const covered = keys.slice(prefix.length, prefix.length + remaining.length);
  if (covered.length < remaining.length) return undefined;
  const backwards = remaining[0] !== undefined && covered[0]?.[1] !== remaining[0][1];
  const follows = remaining.every(([field, direction], position) => {
    const key = covered[position];
    return key?.[0] === field && (key[1] !== direction) === backwards;
  });
  if (!follows) return undefined;

  const bounds = index.isSingleFrom(prefix.length) ? ranges[0]?.[1] : {};
  return combinations(prefix.map(([field]) => needs.equal.get(field) ?? [])).map((equal) => ({
    index,
    range: { equal, ...bounds },
    backwards,
  }));
}

/** A field with one possible value does not matter for the sort. */
const remainingOrder = (needs: Needs, order: FieldOrder): FieldOrder =>
  order.filter(([field]) => needs.equal.get(field)?.length !== 1);

function combinations(lists: readonly (readonly unknown[])[]): unknown[][] {
  let rows: unknown[][] = [[]];
  for (const values of lists) {
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
    if (rows.length > MOST_SCANS) return rows;
  }
  return rows;
}

function describeMissingIndex(collection: string, needs: Needs, order: FieldOrder): string {
  const equal = [...needs.equal.keys()];
  const between = [...needs.between.keys()].filter((field) => !needs.equal.has(field));
  const sort = remainingOrder(needs, order);
  const wanted = new Map<string, string>();
  for (const field of equal) wanted.set(field, 'asc');
  for (const [field, direction] of sort) wanted.set(field, direction === 1 ? 'asc' : 'desc');
  for (const field of between) if (!wanted.has(field)) wanted.set(field, 'asc');
  return (
    `集合 ${collection} 没有能支持此查询的索引。` +
    `等值字段：${listed(equal)}；范围字段：${listed(between)}；` +
    `排序：${listed(order.map(([field, direction]) => `${field} ${direction === 1 ? 'asc' : 'desc'}`))}。` +
    `请声明这样的索引：${JSON.stringify([...wanted])}（等值字段在前，其后至多一个范围字段或排序字段）。`
  );
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join('、') : '无');
