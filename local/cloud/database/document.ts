import { EJSON } from 'bson';
import { invalidParameter } from '../cloud-error';

/** A document as it is held in memory: frozen, so that no query or pipeline can change what is stored. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: unknown };

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof Date) &&
  !('_bsontype' in value);

const LONGEST_KEY = 900;

/** The text that tells documents apart by type and value: `9` and `"9"` are different ids. */
export function keyOfId(id: unknown): string {
  const key =
    typeof id === 'string' ? `s${id}` : typeof id === 'number' ? `n${id}` : `j${EJSON.stringify(id)}`;
  if (Buffer.byteLength(key) > LONGEST_KEY) throw invalidParameter('_id is too long');
  return key;
}

/** A copy that shares nothing mutable with the original. */
export function cloneValue<T>(value: T): T;
export function cloneValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((element: unknown) => cloneValue(element));
  if (value instanceof Date) return new Date(value);
  if (isPlainObject(value)) {
    const copy: Record<string, unknown> = {};
    for (const [name, element] of Object.entries(value)) defineField(copy, name, cloneValue(element));
    return copy;
  }
  return value;
}

/** Sets a field even when it is called `__proto__`, which plain assignment would treat as the prototype. */
function defineField(target: Record<string, unknown>, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, writable: true, enumerable: true, configurable: true });
}

/** Freezes a value to its leaves and returns it. */
export function freezeDeeply<T>(value: T): T {
  if (Array.isArray(value) || isPlainObject(value)) {
    for (const element of Object.values(value)) freezeDeeply(element);
    Object.freeze(value);
  }
  return value;
}
