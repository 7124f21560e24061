import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startTestCloud } from './test-cloud';

let functionsFolder: string;

beforeAll(() => {
  functionsFolder = mkdtempSync(join(tmpdir(), 'load-function-'));
  mkdirSync(join(functionsFolder, 'one'));
});

afterAll(() => {
  rmSync(functionsFolder, { recursive: true });
});

test('a function that was built anew is loaded anew, though it is as long as before', async () => {
  for (const text of ['first', 'first', 'other']) {
    writeFileSync(join(functionsFolder, 'one', 'index.js'), `exports.main = () => '${text}';`);
    const cloud = await startTestCloud({ functionsFolder });
    expect(await cloud.call('one', {})).toMatchObject({ result: text });
    await cloud.cloud.close();
  }
});
