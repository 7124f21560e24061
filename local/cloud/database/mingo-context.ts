import { Aggregator } from 'mingo/aggregator';
import { Context, evalExpr, ProcessingMode } from 'mingo/core';
import * as accumulators from 'mingo/operators/accumulator';
import * as expressions from 'mingo/operators/expression';
import * as stages from 'mingo/operators/pipeline';
import * as projections from 'mingo/operators/projection';
import * as queries from 'mingo/operators/query';
import * as windows from 'mingo/operators/window';
import { Query } from 'mingo/query';
import type { AnyObject, Options } from 'mingo/types';
import { databaseFailure } from '../cloud-error';
import { compareValues } from './compare-values';

/**
 * mingo with the places corrected where it departs from MongoDB. An operator once in a context cannot be
 * replaced, so the corrections are put in when the context is made.
 */

type Expression = (document: unknown, argument: unknown, options: Options) => unknown;

const evaluatePair = (document: unknown, argument: unknown, options: Options): [unknown, unknown] => {
  const [left, right] = argument as [unknown, unknown];
  return [evalExpr(document, left, options), evalExpr(document, right, options)];
};

const areEqual = (left: unknown, right: unknown): boolean =>
  (left === undefined) === (right === undefined) && compareValues(left, right) === 0;

/** An absent field differs from null in an expression, though not in a query. */
const equal: Expression = (document, argument, options) =>
  areEqual(...evaluatePair(document, argument, options));

const notEqual: Expression = (document, argument, options) =>
  !areEqual(...evaluatePair(document, argument, options));

/** A single number stands for a list of one. */
const truncate: Expression = (document, argument, options) =>
  expressions.$trunc(
    document as AnyObject,
    (Array.isArray(argument) ? argument : [argument, 0]) as never,
    options,
  );

const indexOfCodePoint: Expression = (document, argument, options) => {
  const [text, part, start, end] = (argument as unknown[]).map((each) => evalExpr(document, each, options));
  if (text === null || text === undefined) return null;
  if (typeof text !== 'string' || typeof part !== 'string') {
    throw databaseFailure('$indexOfCP requires strings');
  }
  const from = typeof start === 'number' ? start : 0;
  const points = Array.from(text).slice(0, typeof end === 'number' ? end : undefined);
  const found = points.slice(from).join('').indexOf(part);
  return found < 0 ? -1 : from + Array.from(points.slice(from).join('').slice(0, found)).length;
};

/** An absent field adds nothing to the list. */
const pushPresent = (documents: unknown[], argument: unknown, options: Options): unknown[] => {
  if (argument === null || argument === undefined) return documents;
  const types = accumulators.$push(documents, { $type: argument }, options);
  return accumulators
    .$push(documents, argument, options)
    .filter((_value, position) => types[position] !== 'missing');
};

const context = Context.init({
  accumulator: { ...accumulators, $push: pushPresent },
  expression: {
    ...expressions,
    $eq: equal,
    $ne: notEqual,
    $trunc: truncate,
    $indexOfCP: indexOfCodePoint,
  },
  pipeline: { ...stages },
  projection: { ...projections },
  query: { ...queries },
  window: { ...windows },
});

const options = { context, scriptEnabled: false, useStrictMode: true } satisfies Partial<Options>;

/** Compiles a query to a test of one document. */
export function compileQuery(query: Record<string, unknown>): (document: object) => boolean {
  try {
    const compiled = new Query(query, options);
    return (document) => compiled.test(document as AnyObject);
  } catch (error) {
    throw databaseFailure((error as Error).message);
  }
}

/** Runs pipeline stages over documents, which stay as they are. */
export function runStages(
  documents: readonly object[],
  pipeline: readonly Record<string, unknown>[],
  collectionResolver: (name: string) => AnyObject[] = () => [],
): Record<string, unknown>[] {
  try {
    return new Aggregator(pipeline as AnyObject[], {
      ...options,
      processingMode: ProcessingMode.CLONE_INPUT,
      collectionResolver,
    }).run(documents as AnyObject[]);
  } catch (error) {
    throw databaseFailure((error as Error).message);
  }
}
