import { localHeader } from '../../../local/cloud/routes/local-header';
import { startTestCloud, type TestCloud } from './test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.cloud.close());

test.each([
  ['a Chinese name with spaces', '名单/第一天 活动.txt', 'hello 双创'],
  ['an empty file', 'empty.bin', ''],
  ['signs of all kinds', "a+b&c#d%20'e(f).txt", 'x'],
])('what is uploaded comes back: %s', async (_title, cloudPath, content) => {
  const value = await cloud.value(
    `const { fileID } = await cloud.uploadFile({ cloudPath: input.cloudPath, fileContent: Buffer.from(input.content) });
     const { fileContent } = await cloud.downloadFile({ fileID });
     return [fileID.endsWith('/' + input.cloudPath), fileContent.toString()]`,
    { cloudPath, content },
  );
  expect(value).toEqual([true, content]);
});

test('a stream of 300 KB comes back byte for byte', async () => {
  const value = await cloud.value(`
    const [fs, os, path, crypto] = ['fs', 'os', 'path', 'crypto'].map((name) => process.getBuiltinModule(name));
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'stream-')), 'bytes');
    const bytes = crypto.randomBytes(300 * 1024);
    fs.writeFileSync(file, bytes);
    const { fileID } = await cloud.uploadFile({ cloudPath: 'stream.bin', fileContent: fs.createReadStream(file) });
    fs.rmSync(path.dirname(file), { recursive: true });
    return (await cloud.downloadFile({ fileID })).fileContent.equals(bytes)`);
  expect(value).toBe(true);
});

test('a file is replaced whole, and gone after its removal', async () => {
  const value = await cloud.value(`
    const upload = (text) => cloud.uploadFile({ cloudPath: 'twice.txt', fileContent: Buffer.from(text) });
    await upload('first');
    const { fileID } = await upload('second');
    const read = (await cloud.downloadFile({ fileID })).fileContent.toString();
    const removed = await cloud.deleteFile({ fileList: [fileID, fileID + 'x'] });
    const { fileList } = await cloud.getTempFileURL({ fileList: [fileID] });
    return [read, removed.fileList.map(({ status }) => status), fileList[0].status,
      await cloud.downloadFile({ fileID }).catch((error) => error.message)]`);
  expect(value).toEqual(['second', [0, -503003], -503003, expect.stringContaining('STORAGE_FILE_NONEXIST')]);
});

test.each(['/absolute.txt', '../outside.txt', 'a/../../b.txt', 'x'.repeat(900)])(
  'the path %s is refused',
  async (cloudPath) => {
    const { message } = await cloud.thrown(
      `return cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('x') })`,
      cloudPath,
    );
    expect(message).toContain('invalid cloud path');
  },
);

const uploadAs = (
  as: string,
  path: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Response> =>
  fetch(`${cloud.cloud.url}/local/upload?${new URLSearchParams({ path, as }).toString()}`, {
    method: 'POST',
    headers: { ...headers, ...localHeader },
    body,
  });

const textOf = (path: string): Promise<unknown> =>
  cloud.value(
    `const { fileContent } = await cloud.downloadFile({ fileID: 'cloud://local-cloud.x/' + input });
     return fileContent.toString()`,
    path,
  );

describe('a phone', () => {
  const forbidden = {
    error: { errCode: -503002, errMsg: expect.stringContaining('no permission') as string },
  };
  const invalid = {
    error: { errCode: -501007, errMsg: expect.stringContaining('invalid cloud path') as string },
  };

  test.each([
    'public/2018/week.json',
    'kept/a.png',
    'uploads',
    'uploads/',
    'Uploads/a.png',
    '/uploads/a.png',
    'uploads/../public/a.png',
    'x/uploads/a.png',
  ])('may not write to %s', async (path) => {
    await cloud.value(
      `await cloud.uploadFile({ cloudPath: 'public/2018/week.json', fileContent: Buffer.from('published') })`,
    );
    const answer: unknown = await (await uploadAs('ann', path, 'foreign')).json();
    expect(answer).toEqual(/^\/|\.\./.test(path) ? invalid : forbidden);
    expect(await textOf('public/2018/week.json')).toBe('published');
  });

  test('uploads as much as the rule allows, and not a byte more', async () => {
    expect(await (await uploadAs('ann', 'uploads/much', 'x'.repeat(1_000_000))).json()).toHaveProperty(
      'fileID',
    );
    expect(await (await uploadAs('ann', 'uploads/more', 'x'.repeat(1_000_001))).json()).toEqual(forbidden);
  });

  test('reads by its id what the rule lets it read, and nothing else', async () => {
    const paths = ['public/a.txt', 'kept/a.txt', 'public', 'xpublic/a.txt'];
    for (const path of paths)
      await cloud.value(
        `await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('made') })`,
        path,
      );
    for (const as of ['ann', 'nobody', undefined]) {
      const { body } = await cloud.request('POST', '/local/temp-urls', {
        fileList: paths.map((path) => `cloud://local-cloud.x/${path}`),
        as,
      });
      const answers = body.fileList as { status: number; tempFileURL: string }[];
      expect(answers.map(({ status }) => status)).toEqual([0, -503002, -503002, -503002]);
      expect(answers.filter(({ tempFileURL }) => tempFileURL !== '')).toHaveLength(1);
    }
  });

  test('replaces what the same person uploaded, and nothing of anybody else', async () => {
    const path = 'uploads/photo/one';
    await uploadAs('ann', path, 'first');
    await uploadAs('ann', path, 'second');
    expect(await textOf(path)).toBe('second');
    expect(await (await uploadAs('bob', path, 'foreign')).json()).toEqual(forbidden);
    expect(await textOf(path)).toBe('second');
  });

  test('does not replace what a function wrote', async () => {
    const path = 'uploads/photo/made';
    const upload = `await cloud.uploadFile({ cloudPath: input, fileContent: Buffer.from('made') })`;
    await cloud.value(upload, path);
    expect(await (await uploadAs('ann', path, 'foreign')).json()).toEqual(forbidden);
    expect(await textOf(path)).toBe('made');
  });

  test('that writes at the same time as another has the path alone', async () => {
    const path = 'uploads/photo/race';
    const [ofAnn, ofBob] = await Promise.all(
      ['ann', 'bob'].map(async (as) => (await uploadAs(as, path, as.repeat(30_000))).json()),
    );
    const refused = [ofAnn, ofBob].filter((answer) => 'error' in (answer as object));
    expect(refused).toEqual([forbidden]);
    expect(await textOf(path)).toBe(('error' in (ofAnn as object) ? 'bob' : 'ann').repeat(30_000));
  });
});

test('a phone uploads as a person, and gets an address on its own host', async () => {
  const upload = (as: string): Promise<Response> =>
    uploadAs(as, 'uploads/照片/a.png', Buffer.from([1, 2, 3]));
  expect((await upload('eve')).status).toBe(403);
  const { fileID } = (await (await upload('ann')).json()) as { fileID: string };
  const { body } = await cloud.request('POST', '/local/temp-urls', {
    fileList: [fileID, 'cloud://local-cloud.x/none'],
    as: 'ann',
  });
  const [found, missing] = body.fileList as { tempFileURL: string; status: number }[];
  expect(missing).toMatchObject({ status: -503003, tempFileURL: '' });
  const response = await fetch(found?.tempFileURL ?? '');
  expect(response.headers.get('content-type')).toBe('image/png');
  expect(Buffer.from(await response.arrayBuffer())).toEqual(Buffer.from([1, 2, 3]));
});

test('a JSON body is a file like any other', async () => {
  const bytes = '{"a": 1}\n';
  const response = await uploadAs('ann', 'uploads/a.json', bytes, { 'content-type': 'application/json' });
  const { fileID } = (await response.json()) as { fileID: string };
  const value = await cloud.value(
    `return (await cloud.downloadFile({ fileID: input })).fileContent.toString()`,
    fileID,
  );
  expect(value).toBe(bytes);
});

test('a forged address gives nothing', async () => {
  const { status } = await cloud.request('GET', `/files/${'0'.repeat(32)}-9999999999-${'0'.repeat(32)}`);
  expect(status).toBe(403);
});

test('an upload with a used or unknown ticket fails in the form the SDK understands', async () => {
  const response = await fetch(`${cloud.cloud.url}/upload/none`, { method: 'PUT', body: 'x' });
  expect(await response.text()).toMatch(/<Error><Code>.*<Message>.*<RequestId>.*<TraceId>/);
});
