import { databaseFailure, notSupported } from '../cloud-error';
import { compareValues, isSameType } from './compare-values';
import { isPlainObject } from './document';
import { fieldValues } from './field-values';

/** How a value of a document relates to the one that a query names. */
const comparisons = {
  $eq: (difference) => difference === 0,
  $gt: (difference) => difference > 0,
  $gte: (difference) => difference >= 0,
  $lt: (difference) => difference < 0,
  $lte: (difference) => difference <= 0,
} as const satisfies Record<string, (difference: number) => boolean>;

type Comparison = keyof typeof comparisons;

/** One requirement of a query; all of them hold for a document that it finds. */
export type Condition =
  | { field: string; operator: Comparison; value: unknown }
  | { field: string; operator: '$in'; values: readonly unknown[] };

/**
 * What a query asks for, one requirement after the other.
 *
 * @throws CloudError that names an operator which the local cloud does not have
 */
export function readConditions(query: Record<string, unknown>): Condition[] {
  return Object.entries(query).flatMap(([field, wanted]) => {
    if (field === '$and') return queriesIn(wanted).flatMap(readConditions);
    if (field.startsWith('$')) throw notSupported(field);
    return conditionsOn(field, wanted);
  });
}

function queriesIn(list: unknown): Record<string, unknown>[] {
  if (!Array.isArray(list) || !list.every(isPlainObject))
    throw databaseFailure('$and needs a list of conditions');
  return list;
}

function conditionsOn(field: string, wanted: unknown): Condition[] {
  if (typeof wanted === 'object' && wanted !== null && '_bsontype' in wanted) {
    throw notSupported(String(wanted._bsontype));
  }
  const isOperators = isPlainObject(wanted) && Object.keys(wanted).some((name) => name.startsWith('$'));
  if (!isOperators) return [{ field, operator: '$eq', value: wanted }];
  return Object.entries(wanted).map(([operator, value]) => conditionWith(field, operator, value));
}

function conditionWith(field: string, operator: string, value: unknown): Condition {
  if (operator === '$in') {
    if (!Array.isArray(value)) throw databaseFailure('$in needs an array');
    return { field, operator, values: value };
  }
  if (operator === '$eq' || !isComparison(operator)) throw notSupported(operator);
  return { field, operator, value };
}

const isComparison = (operator: string): operator is Comparison => Object.hasOwn(comparisons, operator);

/** Whether a document fulfils conditions; of several values in a field one is enough for each. */
export function meets(document: object, conditions: readonly Condition[]): boolean {
  return conditions.every((condition) => {
    const { values } = fieldValues(document, condition.field);
    return values.some((value, place) => fits(value, condition) && !standsForNothing(values, place));
  });
}

/** The null that an index keeps of an empty list: a query for null does not mean it. */
function standsForNothing(values: readonly unknown[], place: number): boolean {
  const before = values[place - 1];
  return values[place] === null && Array.isArray(before) && before.length === 0;
}

function fits(value: unknown, condition: Condition): boolean {
  if (condition.operator === '$in') return condition.values.some((each) => compareValues(value, each) === 0);
  return (
    isSameType(value, condition.value) &&
    comparisons[condition.operator](compareValues(value, condition.value))
  );
}
