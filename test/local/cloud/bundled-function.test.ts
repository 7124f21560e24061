import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ann, functionsFolder, startTestCloud, type TestCloud } from './test-cloud';

/** The SDK works the same when it is bundled into a function, as the build does it. */
let folder: string;
let cloud: TestCloud;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bundled-'));
  mkdirSync(join(folder, 'probe'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "commonjs" }');
  copyFileSync(join(functionsFolder, 'database.json'), join(folder, 'database.json'));
  // The bundler has no CommonJS form, which is what the tests are run as.
  const script = `
    import { build } from 'rolldown';
    const [input, file] = process.argv.slice(1);
    await build({ input, platform: 'node', logLevel: 'silent', output: { file, format: 'cjs', codeSplitting: false } });`;
  const [input = '', file = ''] = [functionsFolder, folder].map((parent) =>
    join(parent, 'probe', 'index.js'),
  );
  execFileSync(process.execPath, ['--input-type=module', '-e', script, input, file], { cwd: __dirname });
  cloud = await startTestCloud({ functionsFolder: folder });
}, 30_000);

afterAll(async () => {
  await cloud.cloud.close();
  rmSync(folder, { recursive: true });
});

test('it reads, writes, aggregates, transacts, stores files and asks WeChat', async () => {
  const value = await cloud.value(`
    const all = db.collection('people');
    await all.doc('a').set({ data: { email: 'a', city: 'gz', age: 1, at: new Date(5) } });
    await db.runTransaction((t) => t.collection('people').add({ data: { _id: 'b', email: 'b', city: 'gz', age: 9 } }));
    const { data } = await all.where({ city: 'gz', age: _.gt(0) }).orderBy('age', 'asc').get();
    const { list } = await all.aggregate().match({ city: 'gz' }).group({ _id: '$city' }).limit(9).end();
    const { fileID } = await cloud.uploadFile({ cloudPath: '周.txt', fileContent: Buffer.from('x') });
    const { fileContent } = await cloud.downloadFile({ fileID });
    const refused = await cloud.openapi.subscribeMessage.send({}).catch((error) => error.errCode);
    const removed = await all.doc('b').remove();
    return [data.map(({ _id, age }) => [_id, age]), data[0].at instanceof Date, list, fileContent.toString(),
      cloud.getWXContext().OPENID, refused, removed.stats]`);
  expect(value).toEqual([
    [
      ['a', 1],
      ['b', 9],
    ],
    true,
    [{ _id: 'gz' }],
    'x',
    ann.openid,
    -604101,
    { removed: 1 },
  ]);
});
