import { randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { LocalCloudError } from '../local-cloud-error';
import { diskFullAtStart, isDiskFull } from './disk-room';

interface LockFile {
  id: string;
  port: number;
}

const ANSWER_WITHIN_MS = 500;
const ATTEMPTS = 3;

/**
 * Makes sure that one process at a time uses a data folder, and returns the release.
 * The owner answers on a port that the lock file names, so a file left by a killed process is
 * recognised even when its process number was given to another one.
 */
export async function lockDataFolder(folder: string): Promise<() => Promise<void>> {
  const id = randomUUID();
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    socket.end(id);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  server.unref();
  const path = join(folder, 'running.json');
  const close = (): Promise<void> =>
    new Promise((resolve) =>
      server.close(() => {
        resolve();
      }),
    );

  try {
    await takeLock(folder, path, { id, port: (server.address() as AddressInfo).port });
  } catch (error) {
    await close();
    throw error;
  }
  return async () => {
    if (readLock(path)?.id === id) rmSync(path, { force: true });
    await close();
  };
}

async function takeLock(folder: string, path: string, lock: LockFile): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (writeNew(folder, path, lock)) return;
    const other = readLock(path);
    if (other && (await greetingOf(other.port)) === other.id) {
      throw new LocalCloudError(
        'data-folder-in-use',
        `本地数据文件夹 ${folder} 正被另一个本地云使用。请先关闭它，或换一个数据文件夹。`,
      );
    }
    rmSync(path, { force: true });
  }
  throw new LocalCloudError('store-unwritable', `无法锁定本地数据文件夹 ${folder}，请重试。`);
}

function writeNew(folder: string, path: string, lock: LockFile): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(path, JSON.stringify(lock), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    if (isDiskFull(error)) {
      // The file was made, without what belongs into it.
      rmSync(path, { force: true });
      throw diskFullAtStart(folder, error);
    }
    throw new LocalCloudError(
      'store-unwritable',
      `无法写入本地数据文件夹 ${folder}（${(error as Error).message}）。请检查权限，或换一个文件夹。`,
      { cause: error },
    );
  }
}

/** A file that is not readable belongs to nobody any more. */
function readLock(path: string): LockFile | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as LockFile;
  } catch {
    return undefined;
  }
}

function greetingOf(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    let greeting = '';
    socket.setEncoding('utf8').setTimeout(ANSWER_WITHIN_MS);
    socket.on('data', (part: string) => (greeting += part));
    socket.on('end', () => {
      resolve(greeting);
    });
    socket.on('timeout', () => {
      socket.destroy();
      resolve(undefined);
    });
    socket.on('error', () => {
      resolve(undefined);
    });
  });
}
