import { mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLmdbStore } from '../../../../local/cloud/store/lmdb-store';
import { assertWholeFile, lengthenToWhole } from '../../../../local/cloud/store/store-file-length';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'length-'));
  path = join(folder, 'store.mdb');
  const store = openLmdbStore(folder);
  await store.commit([{ key: ['clock', 'reading'], value: 'x'.repeat(20_000) }]);
  await store.close();
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a store is as long as it says, and one that is not is not whole', () => {
  expect(() => {
    assertWholeFile(path);
  }).not.toThrow();
  truncateSync(path, statSync(path).size - 4096);
  expect(() => {
    assertWholeFile(path);
  }).toThrow('少了 4096 字节');
});

test('a store whose last pages LMDB left out gets its length, and keeps it', () => {
  const { size } = statSync(path);
  truncateSync(path, size - 4096);
  lengthenToWhole(path);
  expect(statSync(path).size).toBe(size);
  lengthenToWhole(path);
  expect(statSync(path).size).toBe(size);
});

test('a store that another program made longer is whole', () => {
  const { size } = statSync(path);
  truncateSync(path, size + 4096);
  lengthenToWhole(path);
  expect(statSync(path).size).toBe(size + 4096);
  expect(() => {
    assertWholeFile(path);
  }).not.toThrow();
});

test('hundreds of commits that take and give back pages always leave a whole store', async () => {
  const store = openLmdbStore(folder);
  for (let n = 0; n < 300; n += 1) {
    const value = 'x'.repeat((n * 7919) % 30_000);
    await store.commit([
      { key: ['document', 'a', `d${n % 40}`], value },
      { key: ['document', 'a', `d${(n * 3) % 40}`] },
    ]);
    assertWholeFile(path);
  }
  await store.close();
  assertWholeFile(path);
});
