import { ann, bob, start, startTestCloud, type TestCloud } from './test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.cloud.close());

describe('identity', () => {
  test('is the person who calls, whatever the data say', async () => {
    const code = `return [cloud.getWXContext(), input]`;
    const { value } = await cloud.probe(
      code,
      { OPENID: bob.openid, userInfo: { openId: bob.openid } },
      'ann',
    );
    expect(value).toMatchObject([{ OPENID: ann.openid, SOURCE: 'wx_client', ENV: 'local-cloud' }, {}]);
  });

  test('of an unknown person, or of nobody, is refused', async () => {
    const refusal = { error: { errCode: -501008, errMsg: '没有选择身份，或这个身份不存在' } };
    expect(await cloud.call('probe', { code: 'return 1' }, 'eve')).toEqual(refusal);
    expect(await cloud.request('POST', '/local/call', { function: 'probe', data: {} })).toEqual({
      status: 403,
      body: refusal,
    });
  });

  test('never mixes among calls at the same time', async () => {
    const people = [ann, bob];
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_each, n) => cloud.call('waiting', { waitMs: n % 5 }, people[n % 2]?.id)),
    );
    for (const [n, { result }] of answers.entries()) {
      const openid = people[n % 2]?.openid;
      expect(result).toEqual({ openid, stayed: true });
    }
  });

  test('ends with the function: what it left running has no rights', async () => {
    await cloud.value(`
      setTimeout(() => db.collection('counters').add({ data: { _id: 'late' } }).catch(() => undefined), 50)`);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const { message } = await cloud.thrown(`return db.collection('counters').doc('late').get()`);
    expect(message).toContain('does not exist');
  });
});

describe('calls', () => {
  test('of one function by another are not there, and are refused by name', async () => {
    expect(await cloud.thrown(`return cloud.callFunction({ name: 'probe' })`)).toMatchObject({
      message: expect.stringContaining('本地云没有 functions.invokeFunction') as string,
    });
  });

  test('of an unknown function say so', async () => {
    expect((await cloud.call('nowhere', {})).error).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringContaining('FunctionName parameter could not be found') as string,
    });
  });

  test('above 6 MB are refused', async () => {
    const { status, body } = await cloud.request('POST', '/local/call', {
      function: 'probe',
      as: 'ann',
      data: { text: 'x'.repeat(6.1 * 1024 * 1024) },
    });
    expect(status).toBe(413);
    expect(body.error).toMatchObject({ errCode: -501007 });
  });

  test('tell how many requests they made to the database', async () => {
    const read = `await db.collection('counters').doc('none').get().catch(() => undefined);`;
    const code = `${read} ${read} await db.collection('counters').doc('told').set({ data: { n: 1 } })`;
    const { databaseCalls } = await cloud.call('probe', { code });
    expect(databaseCalls).toEqual({
      total: 3,
      byAction: { 'database.getDocument': 2, 'database.modifyDocument': 1 },
    });
    expect(await cloud.call('probe', { code: 'return 1' })).toEqual({
      result: { value: 1 },
      databaseCalls: { total: 0, byAction: {} },
    });
  });

  test('that return nothing give null, and dates as text', async () => {
    expect(await cloud.value(`return { at: new Date(0) }`)).toEqual({ at: '1970-01-01T00:00:00.000Z' });
    expect(await cloud.value(`return`)).toBeUndefined();
  });

  test('get a context with their limits', async () => {
    const value = await cloud.value(`
      return [context.function_name, context.memory_limit_in_mb, context.time_limit_in_ms,
        context.getRemainingTimeInMillis() > 15000, typeof context.request_id]`);
    expect(value).toEqual(['probe', 256, 20_000, true, 'string']);
  });
});

describe('a failing function', () => {
  const good = async (): Promise<void> => {
    expect((await cloud.call('failing', {})).result).toHaveProperty('calls');
  };

  test.each([
    ['throw', -504002, 'TypeError: thrown on purpose'],
    ['loop', -504003, 'Invoking task timed out after 1 seconds'],
    ['hang', -504003, 'Invoking task timed out after 1 seconds'],
    ['exit', -504002, 'exited with code 3'],
    ['reject', -504002, 'Error: rejected on purpose'],
  ])('(%s) fails one call, and the next is fine', async (how, errCode, text) => {
    const { error } = await cloud.call('failing', { how });
    expect(error).toMatchObject({ errCode, errMsg: expect.stringContaining(text) as string });
    await good();
  });

  test('that only throws keeps its instance, and its stack is logged', async () => {
    const { result } = (await cloud.call('failing', {})) as { result: { calls: number } };
    await cloud.call('failing', { how: 'throw' });
    expect((await cloud.call('failing', {})).result).toEqual({ calls: result.calls + 2 });
    expect(cloud.log.join('\n')).toContain('[failing] TypeError: thrown on purpose\n    at ');
  });
});

describe('the clock', () => {
  afterEach(() => cloud.request('PUT', '/local/clock', { now: start, rate: 1 }));

  const seen = `
    return [Date.now(), +new Date(), new Date().constructor === Date, new Date(5) instanceof Date, +new Date(2018, 9)]`;

  test('is that of the functions, and can be set and stopped', async () => {
    const now = Date.parse('2018-10-14T15:59:59Z');
    expect((await cloud.request('PUT', '/local/clock', { now, rate: 0 })).body).toEqual({ now, rate: 0 });
    expect(await cloud.value(seen)).toEqual([now, now, true, true, expect.any(Number)]);
  });

  test('can run faster', async () => {
    await cloud.request('PUT', '/local/clock', { now: start, rate: 3600 });
    const elapsed = await cloud.value(`
      const begin = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 100));
      return Date.now() - begin`);
    expect(elapsed).toBeGreaterThan(350_000);
    expect(elapsed).toBeLessThan(1_000_000);
  });

  test.each([{ now: 'soon' }, { rate: -1 }, { rate: 1e9 }, { now: 1e300 }])('refuses %j', async (change) => {
    expect((await cloud.request('PUT', '/local/clock', change)).status).toBe(400);
  });
});

describe('faults', () => {
  test('make the database late and failing, as often as asked', async () => {
    await cloud.request('POST', '/local/faults', {
      action: 'database.getDocument',
      collection: 'counters',
      times: 2,
      delayMs: 100,
      errorCode: 'SERVER_TIMEOUT',
    });
    const value = await cloud.value(`
      await db.collection('counters').doc('f').set({ data: { a: 1 } });
      await db.collection('people').limit(1).get();
      const tries = [];
      const begin = performance.now();
      for (let n = 0; n < 3; n += 1) {
        tries.push(await db.collection('counters').doc('f').get().then(() => 'ok', (error) => error.errCode));
      }
      return [...tries, performance.now() - begin > 190]`);
    expect(value).toEqual([-501002, -501002, 'ok', true]);
  });

  test('begin after so many requests of several actions, and let those pass to the faults behind them', async () => {
    await cloud.request('POST', '/local/faults', {
      action: ['database.modifyDocument', 'database.removeDocument'],
      collection: 'counters',
      skip: 2,
      times: 1,
      errorCode: 'SERVER_TIMEOUT',
    });
    await cloud.request('POST', '/local/faults', {
      action: 'database.removeDocument',
      times: 1,
      errorCode: 'DATABASE_REQUEST_FAILED',
    });
    const value = await cloud.value(`
      const counter = db.collection('counters').doc('skipped');
      const outcomes = [];
      const attempt = async (work) => outcomes.push(await work().then(() => 'ok', (error) => error.errCode));
      await attempt(() => counter.set({ data: { a: 1 } }));
      await attempt(() => counter.remove());
      await attempt(() => counter.set({ data: { a: 2 } }));
      await attempt(() => counter.set({ data: { a: 3 } }));
      return [...outcomes, (await counter.get()).data.a]`);
    expect(value).toEqual(['ok', -502001, -501002, 'ok', 3]);
  });
});

test('closing ends everything, even calls that still wait for their turn', async () => {
  const closed = await startTestCloud();
  const calls = Array.from({ length: 30 }, () => closed.probe(`await new Promise(() => undefined)`));
  const settled = Promise.allSettled(calls);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await closed.cloud.close();
  expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
});
