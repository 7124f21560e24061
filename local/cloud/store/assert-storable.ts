import { databaseFailure } from '../cloud-error';
import { isPlainObject } from '../database/document';

/** Half of a pair that stands for one character: UTF-8, and so MongoDB, has no bytes for it. */
const loneSurrogate = /\p{Surrogate}/u;

/**
 * Throws the platform's kind of error for a document that holds text which UTF-8 cannot write, in a value or a name, or an operator
 * where a value belongs.
 */
export function assertStorable(value: unknown): void {
  if (typeof value === 'string') {
    if (loneSurrogate.test(value)) throw databaseFailure('the document holds text that is not valid UTF-8');
  } else if (Array.isArray(value)) {
    for (const element of value) assertStorable(element);
  } else if (isPlainObject(value)) {
    for (const [name, element] of Object.entries(value)) {
      if (name.startsWith('$')) {
        throw databaseFailure(`The dollar ($) prefixed field '${name}' is not valid for storage.`);
      }
      assertStorable(name);
      assertStorable(element);
    }
  }
}
