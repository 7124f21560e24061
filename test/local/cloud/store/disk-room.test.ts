import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { diskFullAtStart, hasRoom } from '../../../../local/cloud/store/disk-room';
import { openLmdbStore } from '../../../../local/cloud/store/lmdb-store';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'disk-'));
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A disk that takes a part of what is written, and then has no room. */
const writeOnFullDisk =
  (code: string) =>
  (path: string): void => {
    writeFileSync(path, 'a part');
    throw Object.assign(new Error('write failed'), { code });
  };

test('a disk that takes the bytes has room for them, and keeps none', () => {
  expect(hasRoom(folder, 1000)).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

test.each(['ENOSPC', 'EDQUOT'])('a disk that fails with %s has none, and keeps no part', (code) => {
  expect(hasRoom(folder, 1000, writeOnFullDisk(code))).toBe(false);
  expect(readdirSync(folder)).toEqual([]);
});

test('other trouble is not called a full disk', () => {
  expect(hasRoom(folder, 1000, writeOnFullDisk('EROFS'))).toBe(true);
});

test('a store is not opened on a full disk: it says so and makes no file', () => {
  expect(() => openLmdbStore(folder, () => false)).toThrow(diskFullAtStart(folder));
  expect(readdirSync(folder)).toEqual([]);
});
