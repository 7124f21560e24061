import { request } from 'node:http';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { localHeader } from '../../../local/cloud/routes/local-header';
import { startTestCloud, type TestCloud } from './test-cloud';

let cloud: TestCloud;
let webFolder: string;

beforeAll(async () => {
  webFolder = mkdtempSync(join(tmpdir(), 'local-web-'));
  writeFileSync(join(webFolder, 'index.html'), '<h1>双创周</h1>');
  cloud = await startTestCloud({ webFolder });
});

afterAll(async () => {
  await cloud.cloud.close();
  rmSync(webFolder, { recursive: true });
});

const statusWith = (
  headers: Record<string, string>,
  { path = '/local/people', method = 'GET' } = {},
): Promise<number | undefined> =>
  new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: cloud.cloud.port, path, method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });

test('the web folder is served, and a wrong address answers in JSON', async () => {
  expect(await (await fetch(cloud.cloud.url)).text()).toContain('双创周');
  expect(await cloud.request('GET', '/nowhere')).toMatchObject({
    status: 404,
    body: { error: { errMsg: '没有这个地址：/nowhere' } },
  });
});

test('people are listed without their openids', async () => {
  expect((await cloud.request('GET', '/local/people')).body).toEqual([
    { id: 'ann', label: '安' },
    { id: 'bob', label: '博' },
  ]);
});

test('only this machine is served, and no page of another site', async () => {
  const { port } = cloud.cloud;
  const from = (host: string, origin?: string) =>
    statusWith({ ...localHeader, host, ...(origin === undefined ? {} : { origin }) });
  expect(await from(`localhost:${port}`)).toBe(200);
  expect(await from('evil.example')).toBe(403);
  expect(await from(`evil.example:${port}`)).toBe(403);
  expect(await from(`localhost:${port}`, `http://localhost:${port}`)).toBe(200);
  expect(await from(`localhost:${port}`, 'https://evil.example')).toBe(403);
  expect(await from(`localhost:${port}`, 'null')).toBe(403);
});

describe('what a page of another site could ask for without an origin', () => {
  const host = () => ({ host: `127.0.0.1:${cloud.cloud.port}` });

  test.each([
    ['GET', '/local/people'],
    ['GET', '/%6cocal/people'],
    ['HEAD', '/local/people'],
    ['GET', '/local/documents'],
    ['GET', '/local/documents/people'],
    ['GET', '/local/mails'],
    ['GET', '/local/timers/idle'],
    ['POST', '/local/upload?path=uploads/a.png&as=ann'],
    ['DELETE', '/local/faults'],
  ])('%s %s is refused without the header of our own pages, and served with it', async (method, path) => {
    expect(await statusWith(host(), { path, method })).toBe(403);
    expect(await statusWith({ ...host(), 'x-local-cloud': '0' }, { path, method })).toBe(403);
    expect(await statusWith({ ...host(), ...localHeader }, { path, method })).toBe(200);
  });

  test('the question whether it may set that header is answered no', async () => {
    const asked = { origin: 'https://evil.example', 'access-control-request-headers': 'x-local-cloud' };
    expect(await statusWith({ ...host(), ...asked }, { method: 'OPTIONS' })).toBe(403);
  });

  test('the mail page opens by its address, the product too', async () => {
    expect(await statusWith(host(), { path: '/local/mails.html' })).toBe(200);
    expect(await statusWith(host(), { path: '/' })).toBe(200);
  });

  test.each(['/', '/local/mails.html', '/local/people', '/nowhere'])(
    '%s may be neither framed nor loaded by it',
    async (path) => {
      const { headers } = await fetch(`${cloud.cloud.url}${path}`);
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    },
  );
});

test('the platform endpoint takes nothing without the token of a running function', async () => {
  const { body } = await cloud.request('POST', '/admin', {
    action: 'database.getDocument',
    collectionName: 'counters',
    wxCloudApiToken: 'guessed',
  });
  expect(body).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' });
  expect((await cloud.request('POST', '/admin', [])).body).toMatchObject({ code: 'INVALID_PARAM' });
});

test('documents are imported with their types, all or none, and can be read again', async () => {
  const at = '2018-10-09T16:00:00Z';
  await cloud.request('POST', '/local/documents/counters', [{ _id: 'i1', at: { $date: at } }, { _id: 'i2' }]);
  expect((await cloud.request('GET', '/local/documents/counters')).body).toEqual([
    { _id: 'i1', at: { $date: at } },
    { _id: 'i2' },
  ]);
  expect((await cloud.request('GET', '/local/documents')).body).toMatchObject({
    counters: [{ _id: 'i1', at: { $date: at } }, { _id: 'i2' }],
    people: [],
  });
  expect(
    await cloud.value(`return (await db.collection('counters').doc('i1').get()).data.at instanceof Date`),
  ).toBe(true);
  const twice = [
    { _id: 'a', email: 'same' },
    { _id: 'b', email: 'same' },
  ];
  expect((await cloud.request('POST', '/local/documents/people', twice)).status).toBe(400);
  expect((await cloud.request('GET', '/local/documents/people')).body).toEqual([]);
  expect((await cloud.request('POST', '/local/documents/none', [{}])).status).toBe(400);
  expect((await cloud.request('GET', '/local/documents/none')).status).toBe(404);
});

test.each([
  ['POST', '/local/call', { function: 5, as: 'ann' }],
  ['POST', '/local/call', { function: 'probe', data: [], as: 'ann' }],
  ['POST', '/local/temp-urls', {}],
  ['POST', '/local/faults', { action: 'x' }],
  ['POST', '/local/faults', { action: [], times: 1 }],
  ['POST', '/local/open-api-answers', { apiName: 'x' }],
  ['POST', '/local/documents/counters', { not: 'a list' }],
])('%s %s with %j is refused', async (method, path, body) => {
  expect((await cloud.request(method, path, body)).status).toBe(400);
});
