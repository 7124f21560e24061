import { databaseFailure, notSupported } from '../cloud-error';
import type { Collection } from './collection';
import { isPlainObject } from './document';
import { selectDocuments } from './select-documents';

/** A pipeline stage: its operator and its argument. */
export type Stage = readonly [operator: string, argument: unknown];

/** A limit is written out: the hosted platform is said to cut an aggregate without one at twenty rows. */
const PIPELINE = ['$match', '$group', '$limit'] as const;

/**
 * The values that a field has among the documents that match: what `match().group({ _id: '$field' }).limit()` asks for, the one
 * pipeline that there is.
 *
 * @throws CloudError that names the stage, the accumulator or the expression which is not there
 */
export function distinctValues(collection: Collection, stages: readonly Stage[]): { _id: unknown }[] {
  for (const [operator] of stages) if (!isKnown(operator)) throw notSupported(operator);
  const [match, group, limit] = PIPELINE.map((wanted, place) => {
    const [operator, argument] = stages[place] ?? [];
    if (operator !== wanted || stages.length > PIPELINE.length) {
      throw databaseFailure(`集合 ${collection.name} 的聚合只能依次写 ${PIPELINE.join('、')}。`);
    }
    return argument;
  });
  if (!isPlainObject(match) || typeof limit !== 'number') throw databaseFailure('$match or $limit is wrong');
  const field = groupedField(group);
  const found = new Set<unknown>();
  for (const document of selectDocuments(collection, { query: match, order: [] })) {
    const value = document[field] ?? null;
    if (typeof value === 'object' && value !== null) throw notSupported(`按列表或对象分组（${field}）`);
    found.add(value);
  }
  return [...found].slice(0, limit).map((_id) => ({ _id }));
}

const isKnown = (operator: string): boolean => PIPELINE.some((known) => known === operator);

/** The field of `{ _id: '$field' }`. */
function groupedField(group: unknown): string {
  const { _id: by, ...accumulators } = isPlainObject(group) ? group : {};
  const [accumulator] = Object.keys(accumulators);
  if (accumulator !== undefined) throw notSupported(`group({ ${accumulator} })`);
  const field = typeof by === 'string' ? /^\$(\w+)$/.exec(by)?.[1] : undefined;
  if (field === undefined) throw notSupported(`group({ _id: ${JSON.stringify(by)} })`);
  return field;
}
