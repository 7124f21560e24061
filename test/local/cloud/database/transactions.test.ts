import { startTestCloud, type TestCloud } from '../test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.cloud.close());

beforeEach(() =>
  cloud.request('POST', '/local/documents/counters', [
    { _id: 'a', n: 0 },
    { _id: 'b', n: 0 },
  ]),
);

const n = (id: string): Promise<unknown> =>
  cloud.value(`return (await db.collection('counters').doc(input).get()).data.n`, id);

test('what a transaction wrote is there after its commit and gone after its rollback', async () => {
  await cloud.value(`
    const t = await db.startTransaction();
    await t.collection('counters').doc('a').set({ data: { n: 5 } });
    await t.commit()`);
  expect(await n('a')).toBe(5);
  const { message } = await cloud.thrown(`
    await db.runTransaction(async (t) => {
      await t.collection('counters').doc('a').set({ data: { n: 9 } });
      throw new Error('changed my mind');
    })`);
  expect(message).toContain('changed my mind');
  expect(await n('a')).toBe(5);
});

test('a transaction sees its own writes and otherwise the past; others see only what is committed', async () => {
  const value = await cloud.value(`
    const all = db.collection('counters');
    const t = await db.startTransaction();
    const mine = t.collection('counters');
    await mine.doc('a').get();
    await all.doc('b').set({ data: { n: 7 } });
    await mine.doc('a').set({ data: { n: 1 } });
    const { _id } = await mine.add({ data: { _id: 'c', n: 3 } });
    const seen = [(await mine.doc('a').get()).data.n, (await mine.doc('b').get()).data.n,
      (await mine.doc('c').get()).data.n, (await all.doc('a').get()).data.n];
    await t.rollback();
    return seen`);
  expect(value).toEqual([1, 0, 3, 0]);
});

test('a write to a document that changed since is a conflict at once', async () => {
  const { errCode, message } = await cloud.thrown(`
    await db.runTransaction(async (t) => {
      await t.collection('counters').doc('a').get();
      await db.collection('counters').doc('a').set({ data: { n: 1 } });
      await t.collection('counters').doc('a').set({ data: { n: 2 } });
    })`);
  expect(errCode).toBe(-501001);
  expect(message).toContain('TransactionConflict');
  expect(await n('a')).toBe(1);
});

test('a write to a document that another transaction wrote is a conflict; a plain write waits', async () => {
  const value = await cloud.value(`
    const first = await db.startTransaction();
    const second = await db.startTransaction();
    await first.collection('counters').doc('a').set({ data: { n: 1 } });
    const conflict = await second.collection('counters').doc('a').set({ data: { n: 2 } }).catch((error) => String(error.errMsg));
    const waiting = db.collection('counters').doc('a').set({ data: { n: 11 } });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await first.commit();
    await waiting;
    const dead = await second.collection('counters').doc('b').get().catch((error) => String(error.errMsg));
    return [conflict.includes('TransactionConflict'), dead.includes('TransactionNotExist')]`);
  expect(value).toEqual([true, true]);
  expect(await n('a')).toBe(11);
});

test('a transaction ends with the function that left it open', async () => {
  await cloud.value(`
    const t = await db.startTransaction();
    await t.collection('counters').doc('a').set({ data: { n: 1 } })`);
  await cloud.value(`await db.collection('counters').doc('a').set({ data: { n: 2 } })`);
  expect(await n('a')).toBe(2);
});

describe('in a transaction', () => {
  test.each([
    ['where().get()', `t.collection('counters').where({ _id: 'a' }).get()`],
    ['where().get()', `t.collection('counters').limit(1).get()`],
    ['update()', `t.collection('counters').doc('a').update({ data: { n: 2 } })`],
    ['add([...])', `t.collection('counters').add({ data: [{ n: 1 }, { n: 2 }] })`],
  ])('%s is refused, and the transaction is at an end', async (operation, code) => {
    const value = await cloud.value(`
      const t = await db.startTransaction();
      await t.collection('counters').doc('a').set({ data: { n: 1 } });
      const refused = await ${code}.catch((error) => [error.errCode, error.errMsg]);
      const after = await t.commit().catch((error) => error.code);
      return [...refused, after]`);
    expect(value).toEqual([
      -502001,
      expect.stringContaining(`事务里不能用 ${operation}`),
      'DATABASE_TRANSACTION_FAIL',
    ]);
    expect(await n('a')).toBe(0);
  });

  test.each([
    ['count()', `where({ _id: 'a' }).count()`],
    ['aggregate()', `aggregate().match({ _id: 'a' }).end()`],
  ])('%s, which would escape it, is refused', async (operation, code) => {
    const { message } = await cloud.thrown(
      `await db.runTransaction(() => db.collection('counters').${code})`,
    );
    expect(message).toContain(`事务进行中不能用 ${operation}`);
    expect(await n('a')).toBe(0);
  });

  test.each([
    [100, '100 done'],
    [101, '一个事务最多 100 次操作'],
  ])('%i operations: %s', async (count, outcome) => {
    const value = await cloud.value(
      `return db.runTransaction(async (t) => {
        await t.collection('counters').doc('a').set({ data: { n: 1 } });
        for (let done = 1; done < input; done += 1) await t.collection('counters').doc('b').get();
        return input + ' done';
      }).catch((error) => error.errMsg)`,
      count,
    );
    expect(value).toContain(outcome);
    expect(await n('a')).toBe(count === 100 ? 1 : 0);
  });

  test.each([
    ['two reads', `Promise.all([mine.doc('a').get(), mine.doc('b').get()])`],
    ['two writes', `Promise.all(['a', 'b'].map((id) => mine.doc(id).set({ data: { n: 1 } })))`],
    ['a commit and a write', `Promise.all([mine.doc('a').set({ data: { n: 1 } }), t.commit()])`],
  ])('%s at the same time are refused', async (_what, code) => {
    const { message } = await cloud.thrown(`
      const t = await db.startTransaction();
      const mine = t.collection('counters');
      await mine.doc('b').set({ data: { n: 2 } });
      await ${code}`);
    expect(message).toContain('同一个事务的操作不能同时进行');
    expect([await n('a'), await n('b')]).toEqual([0, 0]);
  });

  test('reads outside it may go on at the same time', async () => {
    const value = await cloud.value(`
      return db.runTransaction(async (t) => {
        const [inside, outside] = await Promise.all([t, db].map((each) => each.collection('counters').doc('a').get()));
        const { data } = await db.collection('counters').where({ _id: 'b' }).get();
        return [inside.data.n, outside.data.n, data[0].n];
      })`);
    expect(value).toEqual([0, 0, 0]);
  });
});

const increment = `
  for (let attempt = 0; ; attempt += 1) {
    try {
      await db.runTransaction(async (t) => {
        const { data } = await t.collection('counters').doc('a').get();
        await t.collection('counters').doc('a').set({ data: { n: data.n + 1 } });
      });
      return attempt;
    } catch (error) {
      if (attempt > 200 || !String(error.errMsg ?? error.message).includes('TransactionConflict')) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(500, 40 * 2 ** attempt)));
    }
  }`;

test('fifty writers in one function count to fifty', async () => {
  await cloud.value(`
    const increment = async () => {${increment}};
    await Promise.all(Array.from({ length: 50 }, increment))`);
  expect(await n('a')).toBe(50);
}, 30_000);

test('fifty calls by two people count to fifty', async () => {
  const probes = await Promise.all(
    Array.from({ length: 50 }, (_each, call) => cloud.probe(increment, undefined, call % 2 ? 'ann' : 'bob')),
  );
  expect(probes.filter(({ thrown }) => thrown)).toEqual([]);
  expect(await n('a')).toBe(50);
}, 30_000);
