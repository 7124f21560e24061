import { databaseFailure } from '../cloud-error';
import type { Collection } from './collection';
import type { CollectionIndex, IndexRange } from './collection-index';
import type { FieldOrder } from './field-values';
import { branchesOf, type QueryBranch } from './query-branches';

/** What is asked of a collection. */
export interface Selection {
  query: Record<string, unknown>;
  order: FieldOrder;
  skip: number;
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

/**
 * Finds index scans that together yield every matching document, each in the wanted order.
 * A query that no declared index serves is refused, because it would read the whole collection.
 */
export function planScans(collection: Collection, { query, order, limit }: Selection): IndexScan[] {
  const branches = branchesOf(query);
  if (order.length === 0 && limit === undefined && branches.some(isEmpty)) {
    throw databaseFailure(
      `集合 ${collection.name} 的请求没有任何查询条件，会扫描整个集合；请加上由索引支持的条件（读取时也可用 limit）。`,
    );
  }
  const scans = branches.flatMap((branch) => scansOf(collection, branch, order));
  if (scans.length > MOST_SCANS) {
    throw databaseFailure(`集合 ${collection.name} 的查询取值组合过多（${scans.length} 种）。`);
  }
  return scans;
}

const isEmpty = ({ equal, between, other }: QueryBranch): boolean =>
  equal.size + between.size + other.size === 0;

function scansOf(collection: Collection, branch: QueryBranch, order: FieldOrder): IndexScan[] {
  const [idIndex] = collection.indexes;
  const ids = branch.equal.get('_id');
  if (idIndex && ids) {
    return ids.map((id) => ({ index: idIndex, range: { equal: [id] }, backwards: false }));
  }
  for (const index of collection.indexes) {
    const match = matchIndex(index, branch, order);
    if (match) return match;
  }
  throw databaseFailure(describeMissingIndex(collection.name, branch, order));
}

/**
 * An index serves a branch when the equality fields are exactly its first fields and the range or the
 * sort continues it. A condition that cannot narrow must at least be on a field of the index.
 */
function matchIndex(index: CollectionIndex, branch: QueryBranch, order: FieldOrder): IndexScan[] | undefined {
  const { keys } = index.declaration;
  const prefix = keys.slice(0, branch.equal.size);
  if (prefix.length < branch.equal.size || !prefix.every(([field]) => branch.equal.has(field)))
    return undefined;

  const ranges = [...branch.between].filter(([field]) => !branch.equal.has(field));
  const next = keys[prefix.length]?.[0];
  if (ranges.length > 1 || (ranges[0] && ranges[0][0] !== next)) return undefined;

  const isKnown = (field: string): boolean => field === '_id' || keys.some(([key]) => key === field);
  if (![...branch.other].every(isKnown)) return undefined;

  const remaining = remainingOrder(branch, order);
  const covered = keys.slice(prefix.length, prefix.length + remaining.length);
  if (covered.length < remaining.length) return undefined;
  const backwards = remaining[0] !== undefined && covered[0]?.[1] !== remaining[0][1];
  const follows = remaining.every(([field, direction], position) => {
    const key = covered[position];
    return key?.[0] === field && (key[1] !== direction) === backwards;
  });
  if (!follows) return undefined;

  const bounds = index.isSingleFrom(prefix.length) ? ranges[0]?.[1] : {};
  return combinations(prefix.map(([field]) => branch.equal.get(field) ?? [])).map((equal) => ({
    index,
    range: { equal, ...bounds },
    backwards,
  }));
}

/** A field with one possible value does not matter for the sort. */
const remainingOrder = (branch: QueryBranch, order: FieldOrder): FieldOrder =>
  order.filter(([field]) => branch.equal.get(field)?.length !== 1);

function combinations(lists: readonly (readonly unknown[])[]): unknown[][] {
  let rows: unknown[][] = [[]];
  for (const values of lists) {
    rows = rows.flatMap((row) => values.map((value) => [...row, value]));
    if (rows.length > MOST_SCANS) return rows;
  }
  return rows;
}

function describeMissingIndex(collection: string, branch: QueryBranch, order: FieldOrder): string {
  const equal = [...branch.equal.keys()];
  const between = [...branch.between.keys()].filter((field) => !branch.equal.has(field));
  const other = [...branch.other].filter((field) => !equal.includes(field) && !between.includes(field));
  const sort = remainingOrder(branch, order);
  const wanted = new Map<string, string>();
  for (const field of equal) wanted.set(field, 'asc');
  for (const [field, direction] of sort) wanted.set(field, direction === 1 ? 'asc' : 'desc');
  for (const field of [...between, ...other]) if (!wanted.has(field)) wanted.set(field, 'asc');
  return (
    `集合 ${collection} 没有能支持此查询的索引。` +
    `等值字段：${listed(equal)}；范围字段：${listed(between)}；其他条件字段：${listed(other)}；` +
    `排序：${listed(order.map(([field, direction]) => `${field} ${direction === 1 ? 'asc' : 'desc'}`))}。` +
    `请声明这样的索引：${JSON.stringify([...wanted])}（等值字段在前，其后至多一个范围字段或排序字段）。`
  );
}

const listed = (names: readonly string[]): string => (names.length > 0 ? names.join('、') : '无');
