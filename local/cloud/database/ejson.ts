import { EJSON } from 'bson';
import { invalidParameter } from '../cloud-error';

/** Reads the extended JSON the SDK sends. */
export function readEjson(text: string): unknown {
  try {
    return EJSON.parse(text, { relaxed: true }) as unknown;
  } catch (error) {
    throw invalidParameter(`not readable as extended JSON: ${(error as Error).message}`);
  }
}

/** Writes a document for the SDK, the store or the shell. */
export const writeEjson = (value: unknown): string => EJSON.stringify(value);
