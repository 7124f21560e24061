import { isPlainObject } from './document';

/** The order of types in MongoDB; an absent value sorts as null. */
function rankOf(value: unknown): number {
  if (value === undefined || value === null) return 1;
  switch (typeof value) {
    case 'number':
    case 'bigint':
      return 2;
    case 'string':
      return 3;
    case 'boolean':
      return 8;
    default:
  }
  if (Array.isArray(value)) return 5;
  if (value instanceof Date) return 9;
  return isPlainObject(value) ? 4 : 7;
}

const order = <T extends number | bigint | string>(left: T, right: T): number =>
  left < right ? -1 : left > right ? 1 : 0;

/** Whether values are of one type for a comparison; of different types none is the greater. */
export const isSameType = (left: unknown, right: unknown): boolean => rankOf(left) === rankOf(right);

/** Compares any two values as MongoDB sorts them: by type, then by value. */
export function compareValues(left: unknown, right: unknown): number {
  const rank = rankOf(left);
  const difference = rank - rankOf(right);
  if (difference !== 0) return difference;
  switch (rank) {
    case 1:
      return 0;
    case 2:
      return compareNumbers(left as number, right as number);
    case 3:
      return order(left as string, right as string);
    case 4:
      return compareObjects(left as Record<string, unknown>, right as Record<string, unknown>);
    case 5:
      return compareLists(left as unknown[], right as unknown[]);
    case 8:
      return Number(left) - Number(right);
    case 9:
      return order((left as Date).getTime(), (right as Date).getTime());
    default:
      return order(String(left), String(right));
  }
}

/** NaN is below every number, as in MongoDB. */
function compareNumbers(left: number, right: number): number {
  if (Number.isNaN(left)) return Number.isNaN(right) ? 0 : -1;
  return Number.isNaN(right) ? 1 : order(left, right);
}

function compareLists(left: readonly unknown[], right: readonly unknown[]): number {
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const difference = compareValues(left[index], right[index]);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function compareObjects(left: Record<string, unknown>, right: Record<string, unknown>): number {
  const leftEntries = Object.entries(left);
  const rightEntries = Object.entries(right);
  for (let index = 0; index < Math.min(leftEntries.length, rightEntries.length); index += 1) {
    const [leftName, leftValue] = leftEntries[index] ?? ['', undefined];
    const [rightName, rightValue] = rightEntries[index] ?? ['', undefined];
    const difference =
      rankOf(leftValue) - rankOf(rightValue) ||
      order(leftName, rightName) ||
      compareValues(leftValue, rightValue);
    if (difference !== 0) return difference;
  }
  return leftEntries.length - rightEntries.length;
}
