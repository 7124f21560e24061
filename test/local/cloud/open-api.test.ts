import { ann, startTestCloud, type TestCloud } from './test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.cloud.close());

const ask = async (group: string, name: string, parameters: object): Promise<unknown> =>
  (await cloud.call('messenger', { group, name, parameters })).result;

const message = {
  touser: ann.openid,
  templateId: 'template',
  page: 'pages/home/home',
  data: { thing1: { value: '双创周' } },
};

test('a message is accepted and recorded as it was asked', async () => {
  expect(await ask('subscribeMessage', 'send', message)).toMatchObject({
    errCode: 0,
    msgid: expect.any(String) as string,
  });
  const { body } = await cloud.request('GET', '/local/open-api-calls');
  expect((body as unknown as object[]).at(-1)).toMatchObject({
    apiName: 'subscribeMessage.send',
    functionName: 'messenger',
    openid: ann.openid,
    parameters: { touser: ann.openid, template_id: 'template', data: { thing1: { value: '双创周' } } },
    answer: { errcode: 0 },
  });
});

test.each([
  ['an unknown recipient', { ...message, touser: 'oNobody' }, 40003],
  ['a missing template', { ...message, templateId: undefined }, 40037],
  ['missing data', { ...message, data: undefined }, 47003],
])('a message with %s is refused', async (_title, parameters, errCode) => {
  expect(await ask('subscribeMessage', 'send', parameters)).toMatchObject({ errCode });
});

test('an answer can be set for the next calls', async () => {
  await cloud.request('POST', '/local/open-api-answers', {
    apiName: 'subscribeMessage.send',
    answer: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
    times: 1,
  });
  expect(await ask('subscribeMessage', 'send', message)).toMatchObject({
    errCode: 43101,
    message: expect.stringContaining('user refuse to accept the msg') as string,
  });
  expect(await ask('subscribeMessage', 'send', message)).toMatchObject({ errCode: 0 });
});

test('a text is checked, and can be made risky', async () => {
  const parameters = { openid: ann.openid, scene: 1, version: 2, content: '活动' };
  expect(await ask('security', 'msgSecCheck', parameters)).toMatchObject({ result: { suggest: 'pass' } });
  await cloud.request('POST', '/local/open-api-answers', {
    apiName: 'security.msgSecCheck',
    answer: { errcode: 0, errmsg: 'ok', result: { suggest: 'risky', label: 20001 } },
  });
  expect(await ask('security', 'msgSecCheck', parameters)).toMatchObject({
    result: { suggest: 'risky', label: 20001 },
  });
  await cloud.request('POST', '/local/open-api-answers', { apiName: 'security.msgSecCheck', answer: null });
  expect(await ask('security', 'msgSecCheck', parameters)).toMatchObject({ result: { suggest: 'pass' } });
});

test('a text is checked up to 2,500 characters', async () => {
  const asked = { openid: ann.openid, scene: 1, version: 2 };
  expect(await ask('security', 'msgSecCheck', { ...asked, content: '字'.repeat(2500) })).toMatchObject({
    errCode: 0,
  });
  expect(await ask('security', 'msgSecCheck', { ...asked, content: '字'.repeat(2501) })).toMatchObject({
    errCode: 45002,
  });
});

const picture = {
  mediaUrl: 'https://files.invalid/a.jpg',
  mediaType: 2,
  version: 2,
  scene: 1,
  openid: ann.openid,
};

test('a picture is asked about under a trace, and only by an address', async () => {
  expect(await ask('security', 'mediaCheckAsync', picture)).toMatchObject({
    errCode: 0,
    traceId: expect.any(String) as string,
  });
  for (const wrong of [{ mediaUrl: 'a.jpg' }, { mediaType: 1 }, { version: 1 }, { openid: 'oNobody' }])
    expect(await ask('security', 'mediaCheckAsync', { ...picture, ...wrong })).not.toMatchObject({
      errCode: 0,
    });
});

test('of whoever was not there for two hours nothing is checked', async () => {
  await ask('security', 'mediaCheckAsync', picture);
  const { body } = await cloud.request('GET', '/local/clock');
  await cloud.request('PUT', '/local/clock', { now: Number(body.now) + 7_260_000 });
  const asked = async (group: string, name: string, parameters: object) =>
    (await cloud.call('messenger', { group, name, parameters }, 'bob')).result;
  const text = { openid: ann.openid, scene: 1, version: 2, content: '活动' };
  expect(await asked('security', 'msgSecCheck', text)).toMatchObject({ errCode: 61010 });
  expect(await asked('security', 'mediaCheckAsync', picture)).toMatchObject({ errCode: 61010 });
  expect(await ask('security', 'msgSecCheck', text)).toMatchObject({ errCode: 0 });
});

test('an interface the function does not list is refused', async () => {
  expect(await ask('wxacode', 'get', { path: 'pages/home/home' })).toMatchObject({ errCode: -604101 });
  expect(await cloud.thrown(`return cloud.openapi.subscribeMessage.send({})`)).toMatchObject({
    errCode: -604101,
  });
});

test('an interface nobody knows is unknown', async () => {
  expect(await ask('templateMessage', 'send', {})).toMatchObject({ errCode: -604100 });
});
