import { databaseFailure } from '../cloud-error';
import { isPlainObject } from './document';

/** A pipeline stage: one operator and its argument. */
export type Stage = Record<string, unknown>;

/** Replaces the stages in which mingo departs from MongoDB by equal ones in which it does not. */
export function correctStages(stages: readonly Stage[]): Stage[] {
  return stages.flatMap((stage) => {
    const [name, argument] = Object.entries(stage)[0] ?? ['', undefined];
    if (name === '$count') return countStages(argument);
    if (name === '$bucket' && isPlainObject(argument)) return bucketStages(argument);
    if (name === '$lookup' && isPlainObject(argument) && Array.isArray(argument.pipeline)) {
      return [{ $lookup: { ...argument, pipeline: correctStages(argument.pipeline as Stage[]) } }];
    }
    return [stage];
  });
}

/** Nothing to count yields no row. */
function countStages(field: unknown): Stage[] {
  if (typeof field !== 'string' || !/^[^$.][^.]*$/.test(field)) {
    throw databaseFailure('the count field must be a non-empty string without $ and .');
  }
  return [{ $group: { _id: null, [field]: { $sum: 1 } } }, { $project: { _id: 0 } }];
}

/** A boundary belongs to the bucket it opens, and an empty bucket is not listed. */
function bucketStages({ groupBy, boundaries, default: rest, output }: Record<string, unknown>): Stage[] {
  if (!Array.isArray(boundaries) || boundaries.length < 2) {
    throw databaseFailure("The $bucket 'boundaries' field must have at least 2 values");
  }
  const branches = boundaries.slice(0, -1).map((boundary: unknown, position) => ({
    case: { $and: [{ $gte: [groupBy, boundary] }, { $lt: [groupBy, boundaries[position + 1] as unknown] }] },
    then: { $literal: boundary },
  }));
  const choice = { branches, ...(rest === undefined ? {} : { default: { $literal: rest } }) };
  const accumulators = isPlainObject(output) ? output : { count: { $sum: 1 } };
  return [{ $group: { _id: { $switch: choice }, ...accumulators } }, { $sort: { _id: 1 } }];
}
