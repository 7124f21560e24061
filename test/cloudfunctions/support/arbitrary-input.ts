import fc, { type Arbitrary } from 'fast-check';
import { z } from '#shared/zod';

/** What of JSON Schema the contracts come to. */
interface JsonSchema {
  type?: string;
  const?: unknown;
  enum?: unknown[];
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema;
  minItems?: number;
  maxItems?: number;
  minimum?: number;
  maximum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
  format?: string;
}

const chinese = fc.constantFrom('双', '创', '活', '动', '周', '政', '策', '，', '。', '（', '）', '1', 'a');

function textOf({ minLength = 0, maxLength = 60, pattern, format }: JsonSchema): Arbitrary<string> {
  if (format === 'email') return fc.constantFrom('a@example.org', 'office@gd.example.cn');
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern, 'u'));
  const within = { minLength, maxLength: Math.max(minLength, Math.min(maxLength, 120)) };
  return fc.array(chinese, within).map((characters) => characters.join(''));
}

/** Inputs of the right shape: what a phone could send. What schemas check beyond shapes may still be wrong in them. */
function shapedBy(schema: JsonSchema): Arbitrary<unknown> {
  if ('const' in schema) return fc.constant(schema.const);
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) return fc.oneof(...choices.map(shapedBy));
  switch (schema.type) {
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([name, each]) => [name, shapedBy(each)]),
        ),
      );
    case 'array': {
      const { items = {}, minItems = 0, maxItems = 3 } = schema;
      return fc.array(shapedBy(items), {
        minLength: minItems,
        maxLength: Math.max(minItems, Math.min(maxItems, 3)),
      });
    }
    case 'string':
      return textOf(schema);
    case 'integer':
    case 'number': {
      const { minimum = -1000, maximum = 1000 } = schema;
      return fc.integer({ min: Math.max(minimum, -1e6), max: Math.min(maximum, 1e6) });
    }
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    default:
      return fc.jsonValue({ maxDepth: 2 });
  }
}

/** A text that opens many brackets of nothing. */
const deep: unknown = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`);

/** What nobody types and somebody sends: wrong types, operators, formulas, what hides and what overflows. */
const nasty = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    [],
    {},
    -1,
    0.5,
    1e308,
    2 ** 53,
    '',
    ' ',
    '\u0000',
    '\u202e文倒过来\u202c',
    '👨‍👩‍👧‍👦'.repeat(50),
    '\ud800',
    '=HYPERLINK("http://x","y")',
    '@SUM(1+1)',
    '+1',
    '-1+1',
    '\t=1',
    '__proto__',
    'constructor',
    '../../etc/passwd',
    '字'.repeat(100_000),
    { $gt: '' },
    { $ne: null },
    { $regex: '.*' },
    { $where: '1' },
    { operator: 'gt', operands: [''], fieldName: {}, _internalType: 'LOGIC_COMMAND' },
    { $tcb_server_date: { offset: 0 } },
    { $numberLong: '1' },
    { toString: 1 },
    { length: 1e9 },
    deep,
  ),
  fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
);

type Path = (string | number)[];

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? value.map((each, index) => [index, each])
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

function replacedAt(value: unknown, [key, ...rest]: Path, replacement: unknown): unknown {
  if (key === undefined) return replacement;
  if (Array.isArray(value))
    return value.map((each: unknown, index) => (index === key ? replacedAt(each, rest, replacement) : each));
  const record = value as Record<string, unknown>;
  return { ...record, [key]: replacedAt(record[key], rest, replacement) };
}

/** Inputs for an action: of the right shape, with one place of it spoilt, or nothing like it. */
export function arbitraryInput(request: z.ZodType): Arbitrary<unknown> {
  const shaped = shapedBy(z.toJSONSchema(request, { io: 'input', unrepresentable: 'any' }) as JsonSchema);
  const spoilt = fc.tuple(shaped, fc.nat(), nasty).map(([value, at, replacement]) => {
    const paths = pathsIn(value);
    return replacedAt(value, paths[at % paths.length] ?? [], replacement);
  });
  return fc.oneof(
    { weight: 3, arbitrary: shaped },
    { weight: 4, arbitrary: spoilt },
    { weight: 1, arbitrary: nasty },
  );
}
