import { closeSync, existsSync, fstatSync, ftruncateSync, openSync, readSync } from 'node:fs';

/** Where an LMDB meta page keeps what is read here, from the beginning of its page. */
const META = { magic: 24, pageSize: 48, lastPage: 144, transaction: 152, length: 160 } as const;
const MAGIC = 0xbeefc0de;

/**
 * Throws when a store file is shorter than its newest meta page says, or is no store at all. LMDB maps the file into
 * memory and would kill the process at the first page that is not there, maybe long after the start.
 */
export function assertWholeFile(path: string): void {
  if (!existsSync(path)) return;
  withFile(path, 'r', (file, size) => {
    if (size === 0) return;
    const whole = wholeLength(file);
    if (whole === undefined) throw new Error('文件开头不是本地数据');
    if (size < whole) throw new Error(`文件不完整，少了 ${whole - size} 字节`);
  });
}

/**
 * Makes a store file as long as its meta page says. LMDB leaves out pages at the end that a transaction took and gave
 * back: about one commit in twenty thousand would look like a file that was cut off.
 */
export function lengthenToWhole(path: string): void {
  withFile(path, 'r+', (file, size) => {
    const whole = wholeLength(file);
    if (whole !== undefined && size < whole) ftruncateSync(file, whole);
  });
}

function withFile(path: string, flags: 'r' | 'r+', work: (file: number, size: number) => void): void {
  const file = openSync(path, flags);
  try {
    work(file, fstatSync(file).size);
  } finally {
    closeSync(file);
  }
}

/** How many bytes the newest committed state reaches; undefined when the file does not begin as a store. */
function wholeLength(file: number): number | undefined {
  const first = readMeta(file, 0);
  if (!first) return undefined;
  const second = readMeta(file, first.pageSize);
  const current = second && second.transaction > first.transaction ? second : first;
  return (Number(current.lastPage) + 1) * first.pageSize;
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
