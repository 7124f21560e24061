import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { open, type RootDatabase } from 'lmdb';
import { LocalCloudError } from '../local-cloud-error';
import { diskFullAtStart, diskFullWhileRunning, hasRoom as diskHasRoom } from './disk-room';
import type { DurableStore, StoreKey, StoreWrite } from './durable-store';
import { assertWholeFile, lengthenToWhole } from './store-file-length';

/** What a start needs: the lock file that LMDB maps, the first pages, the demo. */
const ROOM_AT_START_BYTES = 1024 * 1024;

type HasRoom = (folder: string, bytes: number) => boolean;

/** Opens the store in a folder, and makes it when it is not there. Throws a LocalCloudError that says what to do. */
export function openLmdbStore(folder: string, hasRoom: HasRoom = diskHasRoom): DurableStore {
  const path = join(folder, 'store.mdb');
  const database = openFile(folder, path, hasRoom);
  return {
    load: () => readAll(folder, database),
    commit: (writes) =>
      Promise.resolve().then(() => {
        try {
          commitAll(database, writes);
        } catch (error) {
          throw explainWrite(error, (bytes) => hasRoom(folder, bytes), writes);
        }
        try {
          lengthenToWhole(path);
        } catch {
          // The write is on the disk and must not be called failed; the next one lengthens the file.
        }
      }),
    close: () => database.close(),
  };
}

function openFile(folder: string, path: string, hasRoom: HasRoom): RootDatabase<string, string[]> {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new LocalCloudError(
      'store-unwritable',
      `无法写入本地数据文件夹 ${folder}（${(error as Error).message}）。请检查权限，或换一个文件夹。`,
      { cause: error },
    );
  }
  // LMDB maps its files: on a full disk the system would kill this process without a word.
  if (!hasRoom(folder, ROOM_AT_START_BYTES)) throw diskFullAtStart(folder);
  try {
    assertWholeFile(path);
    const database = open<string, string[]>({ path, encoding: 'string' });
    lengthenToWhole(path);
    return database;
  } catch (error) {
    throw damaged(folder, error);
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
    throw damaged(folder, error);
  }
}

/**
 * Writes in a synchronous transaction, which returns when the bytes are on the disk. An asynchronous one would
 * leave rejections behind that nobody can catch when the disk is full, and a sync takes half a millisecond.
 */
function commitAll(database: RootDatabase<string, string[]>, writes: readonly StoreWrite[]): void {
  database.transactionSync(() => {
    for (const { key, value } of writes) {
      if (value === undefined) database.removeSync([...key]);
      else database.putSync([...key], value);
    }
  });
}

/** LMDB calls a disk that took only a part of a page an input/output error, so whether it is full is tried. */
function explainWrite(
  error: unknown,
  hasRoomFor: (bytes: number) => boolean,
  writes: readonly StoreWrite[],
): LocalCloudError {
  const text = error instanceof Error ? error.message : String(error);
  const bytes = writes.reduce((sum, { value = '' }) => sum + Buffer.byteLength(value), ROOM_AT_START_BYTES);
  const isFull = /no space|MDB_FULL|MDB_MAP_FULL|mapsize|disk quota/i.test(text) || !hasRoomFor(2 * bytes);
  if (isFull) return diskFullWhileRunning('这次写入', error);
  return new LocalCloudError('store-unwritable', `本地数据无法写入，这次写入没有保存：${text}`, {
    cause: error,
  });
}

/** The store cannot be read; its files are left for whoever wants to rescue something. */
export const damaged = (folder: string, cause: unknown): LocalCloudError =>
  new LocalCloudError(
    'store-damaged',
    `本地数据已损坏：${folder}（${cause instanceof Error ? cause.message : String(cause)}）。` +
      '可从备份放回 store.mdb；没有备份时用 npm start -- --fresh 重新开始，原数据会改名保留。',
    { cause },
  );
