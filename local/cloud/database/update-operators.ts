import { writeFailure } from '../cloud-error';
import { compareValues } from './compare-values';
import { cloneValue, isPlainObject } from './document';
import { writeEjson } from './ejson';
import { type Direction, compareByOrder } from './field-values';
import { compileQuery } from './mingo-context';
import { targetAt, type UpdateTarget } from './update-path';

/** What an operator gets to know besides its place. */
interface UpdateContext {
  document: Record<string, unknown>;
  path: string;
}

interface UpdateOperator {
  /** Whether a missing way to the field is made. */
  creates: boolean;
  apply(target: UpdateTarget, argument: unknown, context: UpdateContext): void;
}

const typeName = (value: unknown): string => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Date) return 'date';
  return typeof value === 'boolean' ? 'bool' : typeof value === 'number' ? 'double' : typeof value;
};

const inDocument = ({ document }: UpdateContext): string => `{_id: ${writeEjson(document._id)}}`;

const lastName = (path: string): string => path.split('.').at(-1) ?? path;

function arithmetic(name: string, compute: (left: number, right: number) => number): UpdateOperator {
  return {
    creates: true,
    apply: (target, argument, context) => {
      const value = target.read();
      if (typeof argument !== 'number') {
        throw writeFailure(
          `Cannot apply ${name} with a non-numeric argument: {${context.path}: ${writeEjson(argument)}}`,
        );
      }
      if (value !== undefined && typeof value !== 'number') {
        throw writeFailure(
          `Cannot apply ${name} to a value of non-numeric type. ${inDocument(context)} has the field ` +
            `'${lastName(context.path)}' of non-numeric type ${typeName(value)}`,
        );
      }
      target.write(compute(value ?? 0, argument));
    },
  };
}

const extreme = (wanted: Direction): UpdateOperator => ({
  creates: true,
  apply: (target, argument) => {
    const value = target.read();
    if (value === undefined || compareValues(argument, value) * wanted > 0) target.write(argument);
  },
});

/** The array at a target; undefined when there is nothing yet. */
function arrayAt(target: UpdateTarget, context: UpdateContext): unknown[] | undefined {
  const value = target.read();
  if (value === undefined) return undefined;
  if (!Array.isArray(value)) {
    throw writeFailure(
      `The field '${context.path}' must be an array but is of type ${typeName(value)} in document ${inDocument(context)}`,
    );
  }
  return value as unknown[];
}

const wholeNumber = (value: unknown, name: string): number | undefined => {
  if (value === undefined) return undefined;
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw writeFailure(`The value for ${name} must be an integer`);
  return value;
};

function eachOf(argument: unknown): unknown[] | undefined {
  if (!isPlainObject(argument) || !Object.hasOwn(argument, '$each')) return undefined;
  if (!Array.isArray(argument.$each)) throw writeFailure('The argument to $each must be an array');
  return argument.$each as unknown[];
}

const push: UpdateOperator = {
  creates: true,
  apply: (target, argument, context) => {
    const each = eachOf(argument);
    const array = [...(arrayAt(target, context) ?? [])];
    if (!each || !isPlainObject(argument)) {
      target.write([...array, argument]);
      return;
    }
    const position = wholeNumber(argument.$position, '$position') ?? array.length;
    const slice = wholeNumber(argument.$slice, '$slice');
    array.splice(position, 0, ...each);
    sortArray(array, argument.$sort);
    target.write(slice === undefined ? array : slice < 0 ? array.slice(slice) : array.slice(0, slice));
  },
};

function sortArray(array: unknown[], sort: unknown): void {
  if (sort === undefined) return;
  if (isPlainObject(sort)) {
    const order = Object.entries(sort).map(
      ([field, direction]) => [field, direction === -1 ? -1 : 1] as [string, Direction],
    );
    array.sort((left, right) => compareByOrder(left, right, order));
  } else {
    array.sort((left, right) => compareValues(left, right) * (sort === -1 ? -1 : 1));
  }
}

const addToSet: UpdateOperator = {
  creates: true,
  apply: (target, argument, context) => {
    const array = [...(arrayAt(target, context) ?? [])];
    for (const value of eachOf(argument) ?? [argument]) {
      if (!array.some((element) => compareValues(element, value) === 0)) array.push(value);
    }
    target.write(array);
  },
};

const pop: UpdateOperator = {
  creates: false,
  apply: (target, argument, context) => {
    const array = arrayAt(target, context);
    if (array) target.write(argument === -1 ? array.slice(1) : array.slice(0, -1));
  },
};

const pull: UpdateOperator = {
  creates: false,
  apply: (target, argument, context) => {
    const array = arrayAt(target, context);
    if (!array) return;
    const isPulled = elementTest(argument);
    target.write(array.filter((element) => !isPulled(element)));
  },
};

/** A condition on elements: operators or a regular expression on a value, a query on an object, or an equal value. */
function elementTest(condition: unknown): (element: unknown) => boolean {
  const isOperators = isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$');
  if (isOperators || condition instanceof RegExp) {
    const matches = compileQuery({ element: condition });
    return (element) => matches({ element });
  }
  if (isPlainObject(condition)) {
    const matches = compileQuery(condition);
    return (element) => isPlainObject(element) && matches(element);
  }
  return (element) => compareValues(element, condition) === 0;
}

const pullAll: UpdateOperator = {
  creates: false,
  apply: (target, argument, context) => {
    const array = arrayAt(target, context);
    if (!Array.isArray(argument)) throw writeFailure('$pullAll requires an array argument');
    if (!array) return;
    target.write(
      array.filter((element) => !argument.some((value: unknown) => compareValues(element, value) === 0)),
    );
  },
};

const rename: UpdateOperator = {
  creates: false,
  apply: (target, argument, { document }) => {
    const value = target.read();
    if (value === undefined) return;
    if (typeof argument !== 'string') throw writeFailure("The 'to' field for $rename must be a string");
    target.remove();
    targetAt(document, argument, true)?.write(value);
  },
};

const bit: UpdateOperator = {
  creates: true,
  apply: (target, argument, context) => {
    const value = target.read() ?? 0;
    if (typeof value !== 'number' || !isPlainObject(argument)) {
      throw writeFailure(`Cannot apply $bit to a value of non-integral type. ${inDocument(context)}`);
    }
    let result = value;
    for (const [operation, operand] of Object.entries(argument)) {
      const number = wholeNumber(operand, '$bit') ?? 0;
      if (operation === 'and') result &= number;
      else if (operation === 'or') result |= number;
      else if (operation === 'xor') result ^= number;
      else throw writeFailure(`The $bit modifier only supports 'and', 'or', and 'xor', not '${operation}'`);
    }
    target.write(result);
  },
};

export const updateOperators: Readonly<Record<string, UpdateOperator>> = {
  $set: {
    creates: true,
    apply: (target, argument) => {
      target.write(cloneValue(argument));
    },
  },
  $unset: {
    creates: false,
    apply: (target) => {
      target.remove();
    },
  },
  $inc: arithmetic('$inc', (left, right) => left + right),
  $mul: arithmetic('$mul', (left, right) => left * right),
  $max: extreme(1),
  $min: extreme(-1),
  $rename: rename,
  $bit: bit,
  $push: push,
  $addToSet: addToSet,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
};
