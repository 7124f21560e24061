import { existsSync, readFileSync } from 'node:fs';
import { LocalCloudError } from '../local-cloud-error';
import type { IndexDeclaration } from './collection-index';
import { isPlainObject } from './document';

/** A collection as the build of the functions declares it. */
export interface CollectionDeclaration {
  name: string;
  indexes: IndexDeclaration[];
}

/** Reads `database.json`; without the file no collection is declared. */
export function readDeclaredCollections(file: string): CollectionDeclaration[] {
  if (!existsSync(file)) return [];
  try {
    const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return records(content, 'collections').map((collection) => ({
      name: text(collection.name),
      indexes: collection.indexes === undefined ? [] : records(collection, 'indexes').map(toIndex),
    }));
  } catch (error) {
    throw new LocalCloudError(
      'declaration-invalid',
      `数据库声明 ${file} 无法读取（${(error as Error).message}）。请重新构建云函数。`,
      { cause: error },
    );
  }
}

function toIndex(index: Record<string, unknown>): IndexDeclaration {
  const { keys } = index;
  if (!Array.isArray(keys) || keys.length === 0) throw new Error('an index needs keys');
  return {
    name: text(index.name),
    unique: index.unique === true,
    keys: keys.map((key: unknown) => {
      if (!Array.isArray(key) || (key[1] !== 'asc' && key[1] !== 'desc')) {
        throw new Error('an index key is a pair such as ["day", "asc"]');
      }
      return [text(key[0]), key[1] === 'asc' ? 1 : -1];
    }),
  };
}

function records(holder: unknown, field: string): Record<string, unknown>[] {
  const list = isPlainObject(holder) ? holder[field] : undefined;
  if (!Array.isArray(list) || !list.every(isPlainObject))
    throw new Error(`${field} is not a list of objects`);
  return list;
}

function text(value: unknown): string {
  if (typeof value !== 'string' || value === '') throw new Error('a name is missing');
  return value;
}
