import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { LocalCloudError } from '../local-cloud-error';
import { assertWholeFile } from './assert-whole-file';
import type { DurableStore, StoreKey, StoreWrite } from './durable-store';

/** Opens the store in a folder, and makes it when it is not there. */
export function openLmdbStore(folder: string): DurableStore {
  const database = openFile(folder);
  return {
    load: () => readAll(folder, database),
    commit: (writes) =>
      Promise.resolve().then(() => {
        commitAll(database, writes);
      }),
    close: () => database.close(),
  };
}

function openFile(folder: string): RootDatabase<string, string[]> {
  const path = join(folder, 'store.mdb');
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new LocalCloudError(
      'store-unwritable',
      `无法写入本地数据文件夹 ${folder}（${(error as Error).message}）。请检查权限，或换一个文件夹。`,
      { cause: error },
    );
  }
  try {
    assertWholeFile(path);
    return open<string, string[]>({ path, encoding: 'string' });
  } catch (error) {
    throw explain(error, folder);
  }
}

function* readAll(
  folder: string,
  database: RootDatabase<string, string[]>,
): Generator<{ key: StoreKey; value: string }> {
  try {
    for (const { key, value } of database.getRange({ snapshot: true })) {
      const [kind, name, ...names] = key;
      if (kind === undefined || name === undefined) throw new Error('an entry without a name');
      yield { key: [kind, name, ...names], value };
    }
  } catch (error) {
    throw explain(error, folder);
  }
}

/**
 * Writes in a synchronous transaction, which returns when the bytes are on the disk. An asynchronous one would
 * leave rejections behind that nobody can catch when the disk is full, and a sync takes half a millisecond.
 */
function commitAll(database: RootDatabase<string, string[]>, writes: readonly StoreWrite[]): void {
  try {
    database.transactionSync(() => {
      for (const { key, value } of writes) {
        if (value === undefined) database.removeSync([...key]);
        else database.putSync([...key], value);
      }
    });
  } catch (error) {
    throw explain(error);
  }
}

function explain(error: unknown, folder?: string): LocalCloudError {
  const text = error instanceof Error ? error.message : String(error);
  const isFull = /ENOSPC|no space|MDB_FULL|MDB_MAP_FULL|mapsize|disk quota|EDQUOT/i.test(text);
  if (isFull) {
    return new LocalCloudError('store-full', '磁盘空间不足，这次写入没有保存。请清理磁盘后重试。', {
      cause: error,
    });
  }
  if (folder !== undefined) return damaged(folder, error);
  return new LocalCloudError('store-unwritable', `本地数据无法写入，这次写入没有保存：${text}`, {
    cause: error,
  });
}

/** The store cannot be read; its files are left for whoever wants to rescue something. */
export const damaged = (folder: string, cause: unknown): LocalCloudError =>
  new LocalCloudError(
    'store-damaged',
    `本地数据已损坏：${folder}（${cause instanceof Error ? cause.message : String(cause)}）。` +
      '可用 npm start -- --fresh 重新开始，原数据会改名保留。',
    { cause },
  );
