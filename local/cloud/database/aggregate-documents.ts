import { databaseFailure } from '../cloud-error';
import { correctStages, type Stage } from './aggregate-stages';
import type { Collection } from './collection';
import { isPlainObject, type StoredDocument } from './document';
import type { FieldOrder } from './field-values';
import { runStages } from './mingo-context';
import { selectDocuments } from './select-documents';

/** The hosted platform is said to cut an aggregate without `$limit` at this many rows. */
const ROWS_WITHOUT_LIMIT = 20;

/**
 * Runs a pipeline. It must begin with conditions an index serves, as a query must; more rows than the
 * platform may return without a limit are refused rather than cut silently.
 */
export function aggregateDocuments(
  collections: ReadonlyMap<string, Collection>,
  collection: Collection,
  stages: readonly Stage[],
): Record<string, unknown>[] {
  const [query, rest] = leadingMatch(stages);
  const order = orderOf(rest[0]?.$sort);
  const limitStage = rest[order.length > 0 ? 1 : 0]?.$limit;
  const documents = selectDocuments(
    { collection, overlay: new Map() },
    {
      query,
      order,
      skip: 0,
      ...(typeof limitStage === 'number' ? { limit: limitStage } : {}),
    },
  );
  const rows = runStages(onePerGroup(documents, rest[0]), correctStages(rest), (name) => [
    ...(collections.get(name)?.documents.values() ?? []),
  ]);
  if (rows.length > ROWS_WITHOUT_LIMIT && !stages.some((stage) => '$limit' in stage)) {
    throw databaseFailure(
      `集合 ${collection.name} 的聚合结果有 ${rows.length} 行而没有 $limit；云端可能只返回前 ` +
        `${ROWS_WITHOUT_LIMIT} 行，请写明 limit。`,
    );
  }
  return rows;
}

/**
 * Where a pipeline asks for nothing but the distinct values of a field, one document of each value stands for all of them,
 * as the platform's own engine reads no more than that of its index.
 */
function onePerGroup(documents: readonly StoredDocument[], stage: Stage | undefined): StoredDocument[] {
  const group = stage?.$group;
  const by = isPlainObject(group) && Object.keys(group).length === 1 ? group._id : undefined;
  const field = typeof by === 'string' ? /^\$(\w+)$/.exec(by)?.[1] : undefined;
  if (field === undefined) return [...documents];
  const seen = new Set<unknown>();
  return documents.filter((document) => {
    const value = document[field];
    if (typeof value !== 'string' && typeof value !== 'number') return true;
    return !seen.has(value) && seen.add(value);
  });
}

function leadingMatch(stages: readonly Stage[]): [query: Record<string, unknown>, rest: readonly Stage[]] {
  const match = stages[0]?.$match;
  return isPlainObject(match) ? [match, stages.slice(1)] : [{}, stages];
}

const orderOf = (sort: unknown): FieldOrder =>
  isPlainObject(sort)
    ? Object.entries(sort).map(([field, direction]) => [field, direction === -1 ? -1 : 1])
    : [];
