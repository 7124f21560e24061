import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Where an LMDB meta page keeps what is read here, from the beginning of its page. */
const META = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, length: 160 } as const;
const MAGIC = 0xbeefc0de;

/**
 * Throws when a store file is shorter than it says it is. LMDB maps the file into memory, and
 * reading behind its end kills the process, so such a file is tried in another process first.
 */
export function assertWholeFile(path: string): void {
  if (!existsSync(path) || !isSuspiciouslyShort(path)) return;
  const probe = fileURLToPath(new URL('./probe-store.cjs', import.meta.url));
  const { status, signal } = spawnSync(process.execPath, [probe, path], { timeout: 20_000 });
  if (status !== 0) throw new Error(`文件不完整，读它的进程以 ${signal ?? status} 结束`);
}

/** A shorter file may be whole all the same, when its last pages are free. */
function isSuspiciouslyShort(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size === 0) return false;
    const first = readMeta(file, 0);
    if (!first) return true;
    const second = readMeta(file, first.pageSize);
    const current = second && second.transaction > first.transaction ? second : first;
    return size < (Number(current.lastPage) + 1) * first.pageSize;
  } finally {
    closeSync(file);
  }
}

function readMeta(
  file: number,
  offset: number,
): { pageSize: number; lastPage: bigint; transaction: bigint } | undefined {
  const bytes = Buffer.alloc(META.length);
  if (readSync(file, bytes, 0, META.length, offset) < META.length) return undefined;
  if (bytes.readUInt32LE(META.magic) !== MAGIC) return undefined;
  return {
    pageSize: bytes.readUInt32LE(META.pageSize),
    lastPage: bytes.readBigUInt64LE(META.lastPage),
    transaction: bytes.readBigUInt64LE(META.transaction),
  };
}
