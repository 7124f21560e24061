import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Database } from '../../../local/cloud/database/database';
import { insertPlan, withId } from '../../../local/cloud/database/write-plans';
import { LocalCloudError } from '../../../local/cloud/local-cloud-error';
import type { DurableStore } from '../../../local/cloud/store/durable-store';
import { client, functionsFolder, start, startTestCloud } from './test-cloud';
import { localHeader } from '../../../local/cloud/routes/local-header';

let dataFolder: string;

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'local-cloud-'));
});

afterEach(() => {
  rmSync(dataFolder, { recursive: true, force: true });
});

async function startInProcess(): Promise<{ child: ChildProcess; url: string }> {
  const script = fileURLToPath(new URL('./run-local-cloud.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, functionsFolder, dataFolder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, url: line.toString().trim() };
}

const kill = async (child: ChildProcess): Promise<void> => {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
};

const readKept = `
  return (await cloud.downloadFile({ fileID: 'cloud://local-cloud.x/kept.txt' })).fileContent.toString()`;

/** Every file in a folder, with its bytes. */
const filesIn = (folder: string): [path: string, content: string][] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile())
    .sort()
    .map((path) => [path, readFileSync(path, 'base64')]);

const documentsOf = async (url: string, collection: string): Promise<{ _id: string }[]> =>
  (await fetch(`${url}/local/documents/${collection}`, { headers: localHeader })).json() as Promise<
    { _id: string }[]
  >;

describe('after a kill in the middle of writing', () => {
  test('every answered write is there, no transaction is there by half, and no open one at all', async () => {
    const { child, url } = await startInProcess();
    const { probe } = client(url);
    const single: string[] = [];
    const pairs: string[] = [];
    let isKilled = false;

    const write = async (writer: number): Promise<void> => {
      for (let n = 0; !isKilled && n < 2000; n += 1) {
        const id = `w${writer}-${n}`;
        const code =
          n % 2
            ? `return db.collection('counters').add({ data: { _id: input } })`
            : `return db.runTransaction(async (t) => {
                await t.collection('counters').add({ data: { _id: input + '-left' } });
                await t.collection('counters').add({ data: { _id: input + '-right' } });
              })`;
        const { thrown } = await probe(code, id);
        if (!thrown) (n % 2 ? single : pairs).push(id);
      }
    };
    const open = probe(`
      const t = await db.startTransaction();
      await t.collection('counters').add({ data: { _id: 'uncommitted' } });
      await new Promise(() => undefined)`);
    const uploaded = await probe(
      `return cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') })`,
    );
    const writers = [1, 2, 3, 4].map(write);
    for (let wait = 0; wait < 200 && (single.length < 60 || pairs.length < 60); wait += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const killed = kill(child);
    isKilled = true;
    await killed;
    await Promise.allSettled([...writers, open]);

    const again = await startTestCloud({ dataFolder });
    try {
      const ids = new Set((await documentsOf(again.cloud.url, 'counters')).map(({ _id }) => _id));
      expect(Math.min(single.length, pairs.length)).toBeGreaterThanOrEqual(60);
      expect(single.filter((id) => !ids.has(id))).toEqual([]);
      expect(pairs.filter((id) => !ids.has(`${id}-left`) || !ids.has(`${id}-right`))).toEqual([]);
      const halves = [...ids].filter((id) => id.endsWith('-left') !== ids.has(id.replace('-left', '-right')));
      expect(halves.filter((id) => id.endsWith('-left'))).toEqual([]);
      expect(ids.has('uncommitted')).toBe(false);
      const read = `return (await cloud.downloadFile({ fileID: input })).fileContent.toString()`;
      expect(await again.value(read, (uploaded.value as { fileID: string }).fileID)).toBe('kept');
    } finally {
      await again.cloud.close();
    }
  }, 30_000);
});

test('a restart goes on with documents, indexes, files and the clock', async () => {
  const first = await startTestCloud({ dataFolder });
  expect(first.cloud.isEmpty()).toBe(true);
  const now = start + 12_345;
  await first.request('PUT', '/local/clock', { now, rate: 0 });
  await first.value(`
    await db.collection('counters').add({ data: { _id: 1, at: new Date(5), text: '双创' } });
    await db.collection('people').add({ data: { _id: 'p', email: 'one', city: 'gz', age: 1 } });
    await cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') })`);
  await first.cloud.close();

  const second = await startTestCloud({ dataFolder });
  try {
    expect(second.cloud.isEmpty()).toBe(false);
    expect((await second.request('GET', '/local/clock')).body).toEqual({ now, rate: 0 });
    const value = await second.value(`
      const { data } = await db.collection('counters').doc(1).get();
      const found = await db.collection('people').where({ city: 'gz' }).orderBy('age', 'asc').get();
      const { fileContent } = await cloud.downloadFile({ fileID: 'cloud://local-cloud.x/kept.txt' });
      return [+data.at, data.text, found.data.length, fileContent.toString()]`);
    expect(value).toEqual([5, '双创', 1, 'kept']);
    const { message } = await second.thrown(`await db.collection('people').add({ data: { email: 'one' } })`);
    expect(message).toContain('E11000');
  } finally {
    await second.cloud.close();
  }
});

test('a store put back from an older copy loses no file that came after it', async () => {
  const first = await startTestCloud({ dataFolder });
  await first.cloud.close();
  const store = join(dataFolder, 'store.mdb');
  const older = readFileSync(store);
  const second = await startTestCloud({ dataFolder });
  await second.value(`await cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') })`);
  await second.cloud.close();
  writeFileSync(store, older);
  await (await startTestCloud({ dataFolder })).cloud.close();
  const aside = join(dataFolder, 'files-unnamed');
  expect(readdirSync(aside).map((name) => readFileSync(join(aside, name), 'utf8'))).toEqual(['kept']);
});

test('bytes of an upload that was cut off are cleared away', async () => {
  const first = await startTestCloud({ dataFolder });
  await first.cloud.close();
  writeFileSync(join(dataFolder, 'files', 'abc.part'), 'half');
  const second = await startTestCloud({ dataFolder });
  await second.cloud.close();
  expect(readdirSync(join(dataFolder, 'files'))).toEqual([]);
});

describe('the start says clearly', () => {
  const refusal = async (options: object): Promise<LocalCloudError> => {
    try {
      const { cloud } = await startTestCloud(options);
      await cloud.close();
    } catch (error) {
      if (error instanceof LocalCloudError) return error;
      throw error;
    }
    throw new Error('it started');
  };

  test('that the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as { port: number };
    const { code, message } = await refusal({ port, dataFolder });
    expect(code).toBe('port-taken');
    expect(message).toContain(`端口 ${port} 已被占用`);
    server.close();
    const { cloud } = await startTestCloud({ dataFolder });
    await cloud.close();
  });

  test('that another local cloud uses the data folder, until that one ends', async () => {
    const { cloud } = await startTestCloud({ dataFolder });
    expect(await refusal({ dataFolder })).toMatchObject({
      code: 'data-folder-in-use',
      message: expect.stringContaining('正被另一个本地云使用') as string,
    });
    await cloud.close();
    await (await startTestCloud({ dataFolder })).cloud.close();
  });

  const fill = async (): Promise<string> => {
    const { cloud } = await startTestCloud({ dataFolder });
    await cloud.importCollections({
      people: Array.from({ length: 500 }, (_each, n) => ({
        _id: `p${n}`,
        email: `e${n}`,
        text: 'x'.repeat(500),
      })),
    });
    await cloud.close();
    return join(dataFolder, 'store.mdb');
  };

  const cutTo =
    (left: (size: number) => number) =>
    (path: string): void => {
      truncateSync(path, left(statSync(path).size));
    };
  const cuts: [string, (path: string) => void][] = [
    ['has lost its last byte', cutTo((size) => size - 1)],
    ['has lost its last page', cutTo((size) => size - 4096)],
    ['has lost a half', cutTo((size) => Math.floor(size / 8192) * 4096)],
    ['has lost all but its first bytes', cutTo(() => 100)],
  ];

  test.each<[string, (path: string) => void]>([
    [
      'is not a store',
      (path: string) => {
        writeFileSync(path, 'not a store '.repeat(5000));
      },
    ],
    ...cuts,
    [
      'has lost its head',
      (path: string) => {
        const bytes = readFileSync(path);
        bytes.fill(0, 0, 8192);
        writeFileSync(path, bytes);
      },
    ],
  ])('that the store %s', async (_title, damage) => {
    damage(await fill());
    const { code, message } = await refusal({ dataFolder });
    expect(code).toBe('store-damaged');
    expect(message).toContain('本地数据已损坏');
    expect(message).toContain('npm start -- --fresh');
  });

  test.each<[string, (path: string) => void]>([
    ['missing', rmSync],
    [
      'empty',
      (path) => {
        truncateSync(path);
      },
    ],
  ])('that the store is %s while its files are there, and touches nothing', async (_title, lose) => {
    const first = await startTestCloud({ dataFolder });
    await first.value(`await cloud.uploadFile({ cloudPath: 'kept.txt', fileContent: Buffer.from('kept') })`);
    await first.cloud.close();
    const store = join(dataFolder, 'store.mdb');
    const copy = readFileSync(store);
    lose(store);
    const before = filesIn(dataFolder);

    const { code, message } = await refusal({ dataFolder });
    expect(code).toBe('store-missing');
    expect(message).toContain('请从备份放回 store.mdb');
    expect(message).toContain('npm start -- --fresh');
    expect(filesIn(dataFolder)).toEqual(before);

    writeFileSync(store, copy);
    const again = await startTestCloud({ dataFolder });
    expect(await again.value(readKept)).toBe('kept');
    await again.cloud.close();
  });

  test('that the functions are missing or wrongly declared', async () => {
    expect((await refusal({ functionsFolder: join(dataFolder, 'none') })).code).toBe('functions-missing');
    writeFileSync(join(dataFolder, 'database.json'), '{ "collections": [{}] }');
    expect((await refusal({ functionsFolder: dataFolder })).code).toBe('declaration-invalid');
  });
});

test('a write that the disk refuses fails, changes nothing, and the next one can succeed', async () => {
  let isFull = true;
  const store: DurableStore = {
    load: () => [],
    commit: () =>
      isFull ? Promise.reject(new LocalCloudError('store-full', '磁盘空间不足')) : Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const database = new Database(store);
  database.loadCollection('all', [{ name: 'a', unique: true, keys: [['a', 1]] }], []);
  const insert = (): Promise<unknown> => database.write('all', insertPlan([withId({ _id: 'x', a: 1 })]));
  await expect(insert()).rejects.toThrow('磁盘空间不足');
  expect(database.isEmpty).toBe(true);
  isFull = false;
  await insert();
  expect(database.isEmpty).toBe(false);
});
