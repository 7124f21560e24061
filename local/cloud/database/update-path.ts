import { writeFailure } from '../cloud-error';
import { defineField, isPlainObject } from './document';
import { compileQuery } from './mingo-context';
import { writeEjson } from './ejson';

/** The place an update operator works on: a field of an object or an element of an array. */
export interface UpdateTarget {
  read(): unknown;
  write(value: unknown): void;
  /** Takes the field away; an array element becomes null, so that the others keep their places. */
  remove(): void;
}

/**
 * Walks to a dotted path of a document that may be changed.
 * With `create`, objects on the way are made; without it a missing way gives undefined.
 */
export function targetAt(document: object, path: string, create: boolean): UpdateTarget | undefined {
  const names = path.split('.');
  const last = names.pop() ?? '';
  let holder: object = document;
  for (const [depth, name] of names.entries()) {
    let next = readMember(holder, name);
    if (next === undefined && create) {
      next = {};
      writeMember(holder, name, next);
    }
    if (!isPlainObject(next) && !Array.isArray(next)) {
      if (!create) return undefined;
      throw cannotCreate(names[depth + 1] ?? last, name, next);
    }
    holder = next;
  }
  if (Array.isArray(holder) && !isPosition(last)) {
    if (!create) return undefined;
    throw cannotCreate(last, names.at(-1) ?? '', holder);
  }
  const parent = holder;
  return {
    read: () => readMember(parent, last),
    write: (value) => {
      writeMember(parent, last, value);
    },
    remove: () => {
      if (!Array.isArray(parent)) Reflect.deleteProperty(parent, last);
      else if (Number(last) < parent.length) parent[Number(last)] = null;
    },
  };
}

/**
 * Replaces the positional `$` of a path by the place of the first array element that the query matched.
 */
export function resolvePosition(path: string, document: object, query: Record<string, unknown>): string {
  const names = path.split('.');
  const position = names.indexOf('$');
  if (position < 0) return path;
  const arrayPath = names.slice(0, position).join('.');
  const array = targetAt(document, arrayPath, false)?.read();
  const conditions = conditionsOn(query, arrayPath);
  if (!Array.isArray(array) || conditions.length === 0) throw positionMissing();
  const matches = compileQuery({ $and: conditions });
  const found = array.findIndex((element: unknown) => matches(nest(arrayPath, [element])));
  if (found < 0) throw positionMissing();
  names[position] = String(found);
  return names.join('.');
}

const positionMissing = (): Error =>
  writeFailure('The positional operator did not find the match needed from the query.');

function conditionsOn(query: Record<string, unknown>, path: string): Record<string, unknown>[] {
  return Object.entries(query).flatMap(([field, condition]) => {
    if (field === '$and' && Array.isArray(condition)) {
      return condition.filter(isPlainObject).flatMap((each) => conditionsOn(each, path));
    }
    return field === path || field.startsWith(`${path}.`) ? [{ [field]: condition }] : [];
  });
}

const nest = (path: string, value: unknown): object =>
  path.split('.').reduceRight<unknown>((inner, name) => ({ [name]: inner }), value) as object;

const isPosition = (name: string): boolean => /^\d{1,6}$/.test(name);

function readMember(holder: object, name: string): unknown {
  if (Array.isArray(holder)) return isPosition(name) ? (holder[Number(name)] as unknown) : undefined;
  return Object.hasOwn(holder, name) ? (holder as Record<string, unknown>)[name] : undefined;
}

function writeMember(holder: object, name: string, value: unknown): void {
  if (!Array.isArray(holder)) {
    defineField(holder as Record<string, unknown>, name, value);
    return;
  }
  if (!isPosition(name)) throw cannotCreate(name, '', holder);
  while (holder.length < Number(name)) holder.push(null);
  holder[Number(name)] = value;
}

const cannotCreate = (name: string, parent: string, value: unknown): Error =>
  writeFailure(`Cannot create field '${name}' in element {${parent}: ${writeEjson(value ?? null)}}`);
