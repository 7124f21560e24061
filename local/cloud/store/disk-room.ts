import { randomBytes } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalCloudError } from '../local-cloud-error';

/** Writes bytes into a new file and returns when they are on the disk. */
type WriteFile = (path: string, bytes: Uint8Array) => void;

const writeThrough: WriteFile = (path, bytes) => {
  writeFileSync(path, bytes, { flush: true });
};

/**
 * Whether so many bytes can be written to a folder, found out by writing them: a number of free bytes would say
 * nothing of quotas. Any other trouble than a full disk is left to the write that follows, which has words for it.
 */
export function hasRoom(folder: string, bytes: number, write: WriteFile = writeThrough): boolean {
  const path = join(folder, 'room.part');
  try {
    // Random, because some disks keep no zeros.
    write(path, randomBytes(bytes));
    return true;
  } catch (error) {
    return !isDiskFull(error);
  } finally {
    rmSync(path, { force: true });
  }
}

/** Whether an error of the file system says that the disk, or somebody's share of it, is full. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EDQUOT');

/** What a start on a full disk is refused with. */
export const diskFullAtStart = (folder: string, cause?: unknown): LocalCloudError =>
  new LocalCloudError(
    'store-full',
    `磁盘已满，本地云无法启动：数据文件夹 ${folder} 所在的磁盘没有可用空间。` +
      '原有数据没有改动。请清理磁盘后重试，或用 --data 换一个磁盘上的文件夹。',
    { cause },
  );

/** What a write on a full disk is refused with. */
export const diskFullWhileRunning = (what: '这次写入' | '文件', cause: unknown): LocalCloudError =>
  new LocalCloudError(
    'store-full',
    `磁盘已满，${what}没有保存，已有数据没有改动。请清理磁盘后重试，不用重新启动。`,
    { cause },
  );
