import { start, startTestCloud, type TestCloud } from '../test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.cloud.close());

const people = (count: number): object[] =>
  Array.from({ length: count }, (_each, n) => ({
    _id: `p${String(n).padStart(5, '0')}`,
    name: `n${n}`,
    email: `e${n}`,
    city: n % 2 ? 'gz' : 'sz',
    age: Math.floor(n / 2),
    group: 'all',
    at: { $date: new Date(start + Math.floor(n / 3) * 1000).toISOString() },
    tags: [`t${String(n % 7)}`, `u${String(n % 5)}`],
  }));

beforeAll(async () => {
  expect(await cloud.request('POST', '/local/documents/people', people(10_000))).toEqual({
    status: 200,
    body: { imported: 10_000 },
  });
});

const all = `db.collection('people')`;

describe('a query without an index is refused', () => {
  test.each([
    ['by an undeclared field', `${all}.where({ name: 'n1' }).get()`, ['name']],
    ['by a field that is not the first of an index', `${all}.where({ age: 3 }).get()`, ['age']],
    [
      'with a sort that no index continues',
      `${all}.where({ city: 'gz' }).orderBy('name', 'asc').get()`,
      ['city', 'name asc'],
    ],
    [
      'with a sort in mixed directions',
      `${all}.where({ group: 'all' }).orderBy('at', 'asc').orderBy('_id', 'desc').get()`,
      ['_id desc'],
    ],
    [
      'with two ranges',
      `${all}.where({ city: 'gz', age: _.gt(1), at: _.gt(new Date(0)) }).get()`,
      ['age', 'at'],
    ],
    ['when counting', `${all}.where({ name: 'n1' }).count()`, ['name']],
    [
      'when aggregating',
      `${all}.aggregate().match({ name: 'n1' }).group({ _id: '$city' }).limit(1).end()`,
      ['name'],
    ],
    [
      'when aggregating over everything',
      `${all}.aggregate().match({}).group({ _id: '$city' }).limit(1).end()`,
      ['people'],
    ],
    ['when counting everything', `${all}.count()`, ['people']],
  ])('%s', async (_title, code, parts) => {
    const { message } = await cloud.thrown(`return ${code}`);
    expect(message).toContain('集合 people');
    for (const part of parts) expect(message).toContain(part);
  });
});

describe('a query with an index', () => {
  const ids = (code: string): Promise<unknown> =>
    cloud.value(`return (await ${all}${code}.get()).data.map(({ _id }) => _id)`);

  test('reads forwards and backwards', async () => {
    expect(await ids(`.where({ city: 'gz' }).orderBy('age', 'desc').limit(2)`)).toEqual(['p09999', 'p09997']);
    expect(await ids(`.where({ city: 'gz' }).orderBy('age', 'asc').limit(2)`)).toEqual(['p00001', 'p00003']);
  });

  test('keeps to its bounds', async () => {
    expect(await ids(`.where({ city: 'gz', age: _.gte(10).and(_.lt(12)) })`)).toEqual(['p00023', 'p00021']);
    expect(await ids(`.where({ city: 'gz', age: _.gt(4998) })`)).toEqual(['p09999']);
    expect(
      await ids(`.where({ city: 'gz', age: _.in([3, 1]) }).orderBy('_id', 'asc')`).catch(String),
    ).toContain('没有能支持');
  });

  test('goes on after a cursor', async () => {
    const value = await cloud.value(`
      const seen = [];
      for (let page = 0, after = ''; page < 4; page += 1) {
        const { data } = await ${all}.where({ _id: _.gt(after) }).orderBy('_id', 'asc').limit(4).get();
        seen.push(...data.map(({ _id }) => _id));
        after = data.at(-1)._id;
      }
      return seen`);
    expect(value).toEqual(Array.from({ length: 16 }, (_each, n) => `p${String(n).padStart(5, '0')}`));
  });

  test('finds elements of arrays once', async () => {
    expect(await ids(`.where({ tags: _.in(['t0', 'u0']) }).limit(3)`)).toHaveLength(3);
    const total = await cloud.value(
      `return (await ${all}.where({ tags: _.in(['t0', 'u0']) }).count()).total`,
    );
    expect(total).toBe(people(10_000).filter((_each, n) => n % 7 === 0 || n % 5 === 0).length);
  });

  test('takes not much longer among ten thousand documents than to read one by its id', async () => {
    const { single, page } = (await cloud.value(`
      const spent = { single: 0, page: 0 };
      const work = {
        single: () => ${all}.doc('p00001').get(),
        page: () => ${all}.where({ city: 'gz' }).orderBy('age', 'desc').limit(20).get(),
      };
      for (let n = 0; n < 70; n += 1) {
        for (const [name, once] of Object.entries(work)) {
          const begin = performance.now();
          await once();
          if (n >= 20) spent[name] += performance.now() - begin;
        }
      }
      return spent`)) as { single: number; page: number };
    expect(page / single).toBeLessThan(5);
  });

  test('without conditions gives the first ones only', async () => {
    expect(await ids('.limit(2)')).toEqual(['p00000', 'p00001']);
  });
});

describe('a unique index', () => {
  const duplicate = 'E11000 duplicate key error collection: people index: by_email dup key: { email: "e1" }';

  test.each([
    ['adding', `${all}.add({ data: { email: 'e1' } })`],
    ['replacing', `${all}.doc('new').set({ data: { email: 'e1' } })`],
    [
      'adding in a transaction',
      `db.runTransaction((t) => t.collection('people').add({ data: { email: 'e1' } }))`,
    ],
  ])('holds when %s', async (_title, code) => {
    expect((await cloud.thrown(`return ${code}`)).message).toContain(duplicate);
  });

  test('lets a key be used again when its document went', async () => {
    const value = await cloud.value(`
      await ${all}.add({ data: { _id: 'first', email: 'free' } });
      await ${all}.doc('first').set({ data: { email: 'other' } });
      await ${all}.add({ data: { _id: 'second', email: 'free' } });
      await ${all}.doc('second').remove();
      return (await ${all}.add({ data: { _id: 'third', email: 'free' } }))._id`);
    expect(value).toBe('third');
  });

  test('lets one of many racing writers win', async () => {
    const value = await cloud.value(`
      const results = await Promise.allSettled(Array.from({ length: 30 }, (_each, n) =>
        n % 2 ? ${all}.add({ data: { email: 'raced' } })
          : db.runTransaction((t) => t.collection('people').add({ data: { email: 'raced' } }))));
      return [results.filter(({ status }) => status === 'fulfilled').length,
        (await ${all}.where({ email: 'raced' }).count()).total]`);
    expect(value).toEqual([1, 1]);
  });
});
