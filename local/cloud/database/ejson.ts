import { BSONRegExp, EJSON } from 'bson';
import { invalidParameter } from '../cloud-error';
import { defineField, isPlainObject } from './document';

const SERVER_DATE = '$tcb_server_date';

/**
 * Reads the extended JSON the SDK sends. Server dates become dates of the simulated clock: `now` is
 * the same for the whole request. Regular expressions become those of JavaScript.
 */
export function readEjson(text: string, now: number): unknown {
  let value: unknown;
  try {
    value = EJSON.parse(text.includes('$regularExpression') ? withoutForeignFlags(text) : text, {
      relaxed: true,
    }) as unknown;
  } catch (error) {
    throw invalidParameter(`not readable as extended JSON: ${(error as Error).message}`);
  }
  return text.includes(SERVER_DATE) || text.includes('$regularExpression') ? withOurTypes(value, now) : value;
}

/** Writes a document for the SDK, the store or the shell. */
export const writeEjson = (value: unknown): string => EJSON.stringify(value);

function withOurTypes(value: unknown, now: number): unknown {
  if (value instanceof BSONRegExp) return new RegExp(value.pattern, value.options.replace('x', ''));
  if (Array.isArray(value)) return value.map((element) => withOurTypes(element, now));
  if (!isPlainObject(value)) return value;
  const serverDate = value[SERVER_DATE];
  if (isPlainObject(serverDate)) return new Date(now + Number(serverDate.offset ?? 0));
  const copy: Record<string, unknown> = {};
  for (const [name, element] of Object.entries(value)) defineField(copy, name, withOurTypes(element, now));
  return copy;
}

/** `EJSON.parse` throws on the flags `g` and `y`, which JavaScript code commonly sets. */
function withoutForeignFlags(text: string): string {
  return JSON.stringify(
    JSON.parse(text, (name, value: unknown) =>
      name === '$regularExpression' && isPlainObject(value)
        ? { ...value, options: (value.options as string).replace(/[^imsux]/g, '') }
        : value,
    ),
  );
}
