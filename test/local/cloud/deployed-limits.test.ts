import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { client, functionsFolder, startTestCloud, type TestCloud } from './test-cloud';

const IDLE_MS = 100;

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({
    settings: () => ({ OWN_KEY: 'own', OTHER_KEY: 'not for the probe' }),
    idleInstanceMs: IDLE_MS,
  });
});

afterAll(() => cloud.cloud.close());

describe('the environment of a function', () => {
  test('is what it is deployed with and what the platform sets, and nothing of the laptop', async () => {
    const environment = (await cloud.value(`return process.env`)) as Record<string, string>;
    const names = Object.keys(environment).filter((name) => !/^(TENCENTCLOUD|SCF|TCB|WX)_/.test(name));
    expect(names.sort()).toEqual(['OWN_KEY', 'SILENCE', 'WRITTEN']);
    expect(environment).toMatchObject({ OWN_KEY: 'own', WRITTEN: 'as it is' });
  });
});

describe('memory', () => {
  const good = { result: { kept: 0, text: '' } };

  test.each([
    ['objects', { objectsMegabytes: 120 }],
    ['buffers', { buffersMegabytes: 120 }],
  ])('beyond the function’s, taken by %s, fails one call, and the next is fine', async (_what, data) => {
    const { error } = await cloud.call('sized', data);
    expect(error).toEqual({ errCode: -504002, errMsg: 'Memory limit exceeded: the function has 128 MB' });
    expect(await cloud.call('sized', {})).toMatchObject(good);
  });

  test.each([
    ['objects', { objectsMegabytes: 50 }],
    ['buffers', { buffersMegabytes: 50 }],
  ])('within it, taken by %s, is given as often as asked', async (_what, data) => {
    for (let round = 0; round < 5; round += 1) {
      expect(await cloud.call('sized', data)).toHaveProperty('result.kept', 50);
    }
  });
});

describe('a reply', () => {
  const fixed = JSON.stringify({ kept: 0, text: '' }).length;
  const ofBytes = (bytes: number) => ({ replyBytes: bytes - fixed });

  test('to the phone has 100 KB at most', async () => {
    expect(await cloud.call('sized', ofBytes(100 * 1024))).toHaveProperty('result.kept', 0);
    expect((await cloud.call('sized', ofBytes(100 * 1024 + 1))).error).toEqual({
      errCode: -501001,
      errMsg: 'EXCEED_MAX_PAYLOAD_SIZE: the reply of sized has 102401 bytes, at most 102400 are allowed',
    });
  });
});

describe('the answer of a query', () => {
  const text = 'x'.repeat(10_000);

  beforeAll(() =>
    cloud.request(
      'POST',
      '/local/documents/people',
      Array.from({ length: 110 }, (_each, n) => ({
        _id: `p${n}`,
        city: 'gz',
        email: `e${n}`,
        age: n,
        text: `${text}${n}`,
      })),
    ),
  );

  test.each([
    ['get()', `(await db.collection('people').where({ city: 'gz' }).limit(input).get()).data.length`],
    [
      'aggregate()',
      `(await db.collection('people').aggregate().match({ city: 'gz' }).group({ _id: '$text' }).limit(input).end()).list.length`,
    ],
  ])('of %s has 1 MB at most', async (_what, code) => {
    expect(await cloud.value(`return ${code}`, 100)).toBe(100);
    expect((await cloud.thrown(`return ${code}`, 110)).message).toContain('超过 1 MB');
  });

  test('counts only the fields that were asked for', async () => {
    const value = await cloud.value(`
      return (await db.collection('people').where({ city: 'gz' }).field({ age: true }).limit(110).get()).data.length`);
    expect(value).toBe(110);
  });
});

test('instances that stay idle are ended, but for one', async () => {
  const threads = async (): Promise<Set<unknown>> => {
    const code = `
      await new Promise((resolve) => setTimeout(resolve, 300));
      return process.getBuiltinModule('node:worker_threads').threadId`;
    return new Set(await Promise.all(Array.from({ length: 4 }, () => cloud.value(code))));
  };
  const first = await threads();
  const second = await threads();
  await new Promise((resolve) => setTimeout(resolve, 5 * IDLE_MS));
  const third = await threads();
  expect([first, second, third].map(({ size }) => size)).toEqual([4, 4, 4]);
  expect([...third].filter((thread) => second.has(thread))).toHaveLength(1);
}, 30_000);

describe('declarations', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'declared-'));
    cpSync(functionsFolder, folder, { recursive: true });
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('of two triggers for one function are refused at start', async () => {
    const triggers = ['first', 'second'].map((name) => ({ name, type: 'timer', config: '0 0 * * * * *' }));
    writeFileSync(join(folder, 'nightly', 'config.json'), JSON.stringify({ triggers }));
    await expect(startTestCloud({ functionsFolder: folder })).rejects.toMatchObject({
      code: 'declaration-invalid',
      message: expect.stringContaining('nightly 的 config.json 写了 2 个触发器') as string,
    });
  });

  test('of a time zone of its own are refused at start', async () => {
    const functions = [{ name: 'probe', envVariables: { TZ: 'Asia/Shanghai' } }];
    writeFileSync(join(folder, 'cloudbaserc.json'), JSON.stringify({ functions }));
    await expect(startTestCloud({ functionsFolder: folder })).rejects.toMatchObject({
      code: 'declaration-invalid',
      message: expect.stringContaining('probe 在 cloudbaserc.json 里设置了 TZ') as string,
    });
  });
});

describe('on a laptop in another time zone', () => {
  let child: ChildProcess;
  let data: string;

  afterEach(async () => {
    child.kill('SIGKILL');
    await once(child, 'close');
    rmSync(data, { recursive: true });
  });

  test('functions run in UTC', async () => {
    const script = fileURLToPath(new URL('./run-local-cloud.ts', import.meta.url));
    data = mkdtempSync(join(tmpdir(), 'zone-'));
    child = spawn(process.execPath, ['--import', 'tsx', script, functionsFolder, data], {
      env: { ...process.env, TZ: 'America/Los_Angeles' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    if (!child.stdout) throw new Error('no output');
    const [url] = (await once(createInterface(child.stdout), 'line')) as [string];
    const value = await client(url).value(`return [new Date(2018, 9, 10), new Date().getTimezoneOffset()]`);
    expect(value).toEqual(['2018-10-10T00:00:00.000Z', 0]);
  }, 30_000);
});
