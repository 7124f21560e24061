import { existsSync, readFileSync } from 'node:fs';
import { isPlainObject } from '../database/document';
import { LocalCloudError } from '../local-cloud-error';
import { readRule, type Rule } from './rule-expression';

/** What phones may do with files; functions may do everything. */
export interface StorageRules {
  read: Rule;
  write: Rule;
}

/** As a new environment of the platform has it. */
const defaults = { read: true, write: 'resource.openid == auth.openid' };

/** Reads `storage.json` as the build of the functions writes it; without the file the platform's defaults hold. */
export function readStorageRules(file: string): StorageRules {
  try {
    const rules: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : defaults;
    if (!isPlainObject(rules)) throw new Error('the rules are no object');
    // On the platform what no rule allows is not allowed.
    return { read: readRule(rules.read ?? false), write: readRule(rules.write ?? false) };
  } catch (error) {
    throw new LocalCloudError(
      'declaration-invalid',
      `云存储规则 ${file} 无法读取（${(error as Error).message}）。请重新构建云函数。`,
      { cause: error },
    );
  }
}
