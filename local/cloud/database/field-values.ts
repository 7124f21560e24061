import { compareValues } from './compare-values';
import { isPlainObject } from './document';

/** The values a document shows at a dotted path; `many` when an array on the way multiplies them. */
export interface FieldValues {
  values: unknown[];
  many: boolean;
}

/**
 * Looks up a dotted path the way queries do: through arrays, and with the elements of an array at the
 * end beside the array itself. An absent field shows as null, an empty array as itself and null.
 *
 * @example fieldValues({ a: [{ b: 1 }, { b: 2 }] }, 'a.b') // { values: [1, 2], many: true }
 */
export function fieldValues(document: unknown, path: string): FieldValues {
  const found: FieldValues = { values: [], many: false };
  collect(document, path.split('.'), 0, found);
  if (found.values.length === 0) found.values.push(null);
  return found;
}

function collect(value: unknown, names: readonly string[], depth: number, found: FieldValues): void {
  const name = names[depth];
  if (name === undefined) {
    if (Array.isArray(value)) {
      found.many = true;
      found.values.push(value, ...(value.length === 0 ? [null] : (value as unknown[])));
    } else {
      found.values.push(value ?? null);
    }
    return;
  }
  if (Array.isArray(value)) {
    found.many = true;
    if (/^\d+$/.test(name) && Number(name) < value.length) {
      collect(value[Number(name)], names, depth + 1, found);
    }
    for (const element of value as unknown[])
      if (isPlainObject(element)) collect(element, names, depth, found);
    return;
  }
  if (isPlainObject(value) && Object.hasOwn(value, name)) collect(value[name], names, depth + 1, found);
  else found.values.push(null);
}

type Direction = 1 | -1;

/** A sort or an index: fields and their directions, most significant first. */
export type FieldOrder = readonly (readonly [field: string, direction: Direction])[];

/** Compares documents by a sort; a field with many values sorts by its least or, descending, its greatest. */
export function compareByOrder(left: unknown, right: unknown, order: FieldOrder): number {
  for (const [field, direction] of order) {
    const difference = compareValues(sortValue(left, field, direction), sortValue(right, field, direction));
    if (difference !== 0) return difference * direction;
  }
  return 0;
}

function sortValue(document: unknown, field: string, direction: Direction): unknown {
  const { values, many } = fieldValues(document, field);
  if (!many) return values[0];
  const candidates = values.length > 1 ? values.filter((value) => !Array.isArray(value)) : values;
  return candidates.reduce((best, value) => (compareValues(value, best) * direction < 0 ? value : best));
}
