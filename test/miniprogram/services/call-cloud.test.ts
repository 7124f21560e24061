import { AppError } from '#shared/refusal/errors';
import { compileSummary } from '#shared/contract/summary/compile-summary';
import { readActivity } from '#shared/contract/public/read-activity';
import { callCloud } from '../../../miniprogram/services/call-cloud';
import { serverNow } from '../../../miniprogram/services/server-clock';
import { activityWith } from '../../shared/example-records';
import { fakePhone, refusedWith, replied, unreachable, type FakePhone } from '../fake-phone';

let phone: FakePhone;

beforeEach(() => {
  phone = fakePhone();
});

const compilation = { summaryId: 's1', scope: { kind: 'province' }, read: 0, expected: 0, summary: null };

async function refusalOf(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof AppError)) throw new Error('This was no refusal', { cause: error });
  return error.refusal;
}

test('it asks the function that serves the action, and gives back its reply', async () => {
  phone.answer = () => replied({ activity: activityWith() });

  const { activity } = await callCloud(readActivity, { id: 'a1' });

  expect(activity.name).toBe('小微企业融资政策解读会');
  expect(phone.calls).toEqual([{ name: 'public', data: { action: 'readActivity', input: { id: 'a1' } } }]);
});

test('a reply holds only what its contract declares', async () => {
  phone.answer = () => replied({ activity: { ...activityWith(), secret: 1 }, more: 2 });

  const reply = await callCloud(readActivity, { id: 'a1' });

  expect(Object.keys(reply)).toEqual(['activity']);
  expect(reply.activity).not.toHaveProperty('secret');
  expect(reply.activity).not.toHaveProperty('unitId');
});

test('a refusal is thrown with its code and details', async () => {
  phone.answer = () => refusedWith('NOT_FOUND', { what: 'activity' });

  await expect(refusalOf(callCloud(readActivity, { id: 'a1' }))).resolves.toEqual({
    code: 'NOT_FOUND',
    details: { what: 'activity' },
  });
});

test('every write has a request id of its own', async () => {
  phone.answer = () => replied(compilation);

  await callCloud(compileSummary, {});
  await callCloud(compileSummary, {});

  const ids = phone.calls.map(({ data }) => data.requestId);
  expect(new Set(ids).size).toBe(2);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

test('a request id that is given is the one that is sent, so that a repetition is one', async () => {
  phone.answer = () => replied(compilation);
  const requestId = '0123456789abcdef0123456789abcdef';

  await callCloud(compileSummary, {}, requestId);

  expect(phone.calls[0]?.data.requestId).toBe(requestId);
});

describe('when the cloud cannot be reached', () => {
  let noted: jest.SpyInstance;

  beforeEach(() => {
    noted = jest.spyOn(console, 'info').mockImplementation();
    phone.answer = unreachable;
  });
  afterEach(() => {
    noted.mockRestore();
  });

  test('it is refused as UNAVAILABLE with the request id that was sent', async () => {
    const requestId = '0123456789abcdef0123456789abcdef';

    await expect(refusalOf(callCloud(compileSummary, {}, requestId))).resolves.toEqual({
      code: 'UNAVAILABLE',
      details: { requestId },
    });
  });

  test('what WeChat said is in the log', async () => {
    await refusalOf(callCloud(readActivity, { id: 'a1' }));

    expect(noted).toHaveBeenCalledWith('readActivity could not be asked.', expect.any(Error));
  });
});

describe('an answer that is none', () => {
  test.each([
    ['nothing', undefined],
    ['a text', 'Internal Server Error'],
    ['a reply without the time', { ok: true, reply: {} }],
    ['a code that this phone does not know', { ok: false, serverNow: 0, error: { code: 'NEXT_YEAR' } }],
    ['details of another refusal', { ok: false, serverNow: 0, error: { code: 'NOT_FOUND', details: {} } }],
    ['a reply of another action', replied(compilation)],
  ])('is not taken for one: %s', async (_case, result) => {
    phone.answer = () => result ?? null;

    await expect(callCloud(readActivity, { id: 'a1' })).rejects.toThrow();
  });
});

describe('a reply that is larger than the platform answers a phone with', () => {
  const address = 'https://storage.example/replies/1.json';

  beforeEach(() => {
    phone.answer = () => ({ ...replied(null), replyAt: address });
    phone.texts.set(address, JSON.stringify({ activity: activityWith() }));
  });

  test('is fetched from where the cloud has put it', async () => {
    const { activity } = await callCloud(readActivity, { id: 'a1' });
    expect(activity.name).toBe('小微企业融资政策解读会');
  });

  test.each([
    ['cannot be fetched', () => (phone.fileStatus = null)],
    ['is gone', () => (phone.fileStatus = 404)],
    ['was cut in half', () => phone.texts.set(address, '{"activity":{')],
  ])('and %s is UNAVAILABLE: asking again is safe', async (_how, happens) => {
    happens();
    jest.spyOn(console, 'info').mockImplementation();
    await expect(refusalOf(callCloud(readActivity, { id: 'a1' }))).resolves.toMatchObject({
      code: 'UNAVAILABLE',
    });
  });
});

describe("the server's time", () => {
  beforeEach(() => {
    jest.useFakeTimers({ now: Date.UTC(2018, 9, 10, 7, 0) });
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  test('is learned from a reply, and goes on from there', async () => {
    phone.answer = () => replied({ activity: activityWith() }, Date.UTC(2018, 9, 10, 7, 59, 0));
    await callCloud(readActivity, { id: 'a1' });

    jest.advanceTimersByTime(30_000);

    expect(serverNow()).toBe(Date.UTC(2018, 9, 10, 7, 59, 30));
  });

  test('is learned from a refusal too', async () => {
    phone.answer = () => refusedWith('FORBIDDEN', {}, Date.UTC(2018, 9, 10, 8, 0));
    await refusalOf(callCloud(readActivity, { id: 'a1' }));

    expect(serverNow()).toBe(Date.UTC(2018, 9, 10, 8, 0));
  });
});
