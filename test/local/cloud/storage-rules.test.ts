import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readStorageRules } from '../../../local/cloud/files/storage-rules';

let folder: string;
let file: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'storage-rules-'));
  file = join(folder, 'storage.json');
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

const ofAnn = { openid: 'oAnn', path: 'a.png', size: 1 };

test('without a file all read and the creator writes, as in a new environment', () => {
  const { read, write } = readStorageRules(join(folder, 'none.json'));
  expect(read({ auth: null, resource: ofAnn })).toBe(true);
  expect(write({ auth: { openid: 'oAnn' }, resource: ofAnn })).toBe(true);
  expect(write({ auth: { openid: 'oBob' }, resource: ofAnn })).toBe(false);
  expect(write({ auth: null, resource: ofAnn })).toBe(false);
});

test('what the file does not name is not allowed', () => {
  writeFileSync(file, '{ "read": true }');
  const { read, write } = readStorageRules(file);
  expect(read({ auth: null, resource: ofAnn })).toBe(true);
  expect(write({ auth: { openid: 'oAnn' }, resource: ofAnn })).toBe(false);
});

test.each(['', '[]', '{ "read": 5 }', '{ "write": "resource.owner == auth.openid" }'])(
  'a file of %j is refused in words',
  (content) => {
    writeFileSync(file, content);
    expect(() => readStorageRules(file)).toThrow(/云存储规则 .*storage\.json 无法读取/);
  },
);
