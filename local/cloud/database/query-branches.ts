import { databaseFailure } from '../cloud-error';
import type { Bound } from './collection-index';
import { isPlainObject } from './document';

/** A query without alternatives, as far as an index can use it: what each field must be. */
export interface QueryBranch {
  /** Fields that must equal one of some values. */
  equal: Map<string, unknown[]>;
  /** Fields that must lie between bounds. */
  between: Map<string, { lower?: Bound; upper?: Bound }>;
  /** Fields with a condition an index cannot narrow. */
  other: Set<string>;
}

const MOST_BRANCHES = 64;

/** Splits a query at its alternatives; a document that matches the query matches one of the branches. */
export function branchesOf(query: Record<string, unknown>): QueryBranch[] {
  let branches: QueryBranch[] = [{ equal: new Map(), between: new Map(), other: new Set() }];
  for (const [field, condition] of Object.entries(query)) {
    branches = branches.flatMap((branch) => narrow(branch, field, condition));
    if (branches.length > MOST_BRANCHES) throw databaseFailure('the query has too many alternatives');
  }
  return branches;
}

function narrow(branch: QueryBranch, field: string, condition: unknown): QueryBranch[] {
  if (field === '$and') {
    return queriesIn(condition).reduce<QueryBranch[]>(
      (branches, query) => branches.flatMap((each) => combine(each, branchesOf(query))),
      [branch],
    );
  }
  if (field === '$or') return queriesIn(condition).flatMap((query) => combine(branch, branchesOf(query)));
  const narrowed = copy(branch);
  if (field.startsWith('$')) narrowed.other.add(field);
  else addCondition(narrowed, field, condition);
  return [narrowed];
}

function queriesIn(condition: unknown): Record<string, unknown>[] {
  if (!Array.isArray(condition) || !condition.every(isPlainObject)) {
    throw databaseFailure('$and/$or needs a list of conditions');
  }
  return condition;
}

const copy = (branch: QueryBranch): QueryBranch => ({
  equal: new Map(branch.equal),
  between: new Map(branch.between),
  other: new Set(branch.other),
});

function combine(branch: QueryBranch, additions: readonly QueryBranch[]): QueryBranch[] {
  return additions.map((addition) => {
    const combined = copy(branch);
    for (const [field, values] of addition.equal) addEqual(combined, field, values);
    for (const [field, bounds] of addition.between) addBounds(combined, field, bounds);
    for (const field of addition.other) combined.other.add(field);
    return combined;
  });
}

function addCondition(branch: QueryBranch, field: string, condition: unknown): void {
  if (condition instanceof RegExp) {
    branch.other.add(field);
    return;
  }
  const isOperators =
    isPlainObject(condition) &&
    Object.keys(condition).length > 0 &&
    Object.keys(condition)[0]?.startsWith('$');
  if (!isOperators) {
    addEqual(branch, field, [condition]);
    return;
  }
  for (const [operator, value] of Object.entries(condition)) addOperator(branch, field, operator, value);
}

function addOperator(branch: QueryBranch, field: string, operator: string, value: unknown): void {
  const isRange = value !== null && ['number', 'string', 'boolean'].includes(typeof value);
  if (operator === '$eq' && !(value instanceof RegExp)) {
    addEqual(branch, field, [value]);
  } else if (operator === '$in' && Array.isArray(value) && !value.some((each) => each instanceof RegExp)) {
    addEqual(branch, field, value);
  } else if ((operator === '$gt' || operator === '$gte') && (isRange || value instanceof Date)) {
    addBounds(branch, field, { lower: { value, inclusive: operator === '$gte' } });
  } else if ((operator === '$lt' || operator === '$lte') && (isRange || value instanceof Date)) {
    addBounds(branch, field, { upper: { value, inclusive: operator === '$lte' } });
  } else {
    branch.other.add(field);
  }
}

/** The first equality narrows; a second one on the same field is left to the test of each document. */
function addEqual(branch: QueryBranch, field: string, values: unknown[]): void {
  if (!branch.equal.has(field)) branch.equal.set(field, values);
}

function addBounds(branch: QueryBranch, field: string, bounds: { lower?: Bound; upper?: Bound }): void {
  branch.between.set(field, { ...bounds, ...branch.between.get(field) });
}
