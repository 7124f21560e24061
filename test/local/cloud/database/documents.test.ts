import { startTestCloud, start, type TestCloud } from '../test-cloud';

let cloud: TestCloud;

beforeAll(async () => {
  cloud = await startTestCloud({ clock: { now: start, rate: 0 } });
});

afterAll(() => cloud.cloud.close());

const refill = (documents: object[]): Promise<unknown> =>
  cloud.value(
    `const old = await db.collection('counters').limit(1000).get();
     for (const { _id } of old.data) await db.collection('counters').doc(_id).remove();
     for (const data of input) await db.collection('counters').add({ data })`,
    documents,
  );

describe('documents', () => {
  test('keep every type through storing and reading', async () => {
    const value = await cloud.value(`
      const at = new Date('2018-10-09T16:00:00.123Z');
      await db.collection('counters').add({ data: {
        _id: 'types', whole: 3, part: 1.5, large: 2 ** 53 - 1, huge: 2 ** 40, at, none: null, yes: true,
        nested: [[1, [2]], { deep: { at } }], text: '双创周', missing: undefined,
        odd: NaN, endless: Infinity } });
      const { data } = await db.collection('counters').doc('types').get();
      return [data.whole, data.part, data.large === 2 ** 53 - 1, data.huge === 2 ** 40, data.at instanceof Date,
        +data.at === +at, data.none, data.yes, data.nested[0][1][0], data.nested[1].deep.at instanceof Date,
        data.text, 'missing' in data, Number.isNaN(data.odd), data.endless === Infinity]`);
    expect(value).toEqual([3, 1.5, true, true, true, true, null, true, 2, true, '双创周', false, true, true]);
  });

  test('get an id of 32 hex characters when they bring none', async () => {
    const value = await cloud.value(`return (await db.collection('counters').add({ data: { a: 1 } }))._id`);
    expect(value).toMatch(/^[0-9a-f]{32}$/);
  });

  test('are told apart by the type of their id', async () => {
    const value = await cloud.value(`
      const all = db.collection('counters');
      await all.doc('9').set({ data: { is: 'text' } });
      await all.doc(9).set({ data: { is: 'number' } });
      return [(await all.doc('9').get()).data.is, (await all.doc(9).get()).data.is]`);
    expect(value).toEqual(['text', 'number']);
  });

  test('say created or updated when they are set', async () => {
    const value = await cloud.value(`
      const document = db.collection('counters').doc('set');
      const first = await document.set({ data: { a: 1, b: 2 } });
      const second = await document.set({ data: { a: 3 } });
      return [first.stats, second.stats, (await document.get()).data]`);
    expect(value).toEqual([
      { updated: 0, created: 1 },
      { updated: 1, created: 0 },
      { _id: 'set', a: 3 },
    ]);
  });

  test('that are missing can be removed in vain, and are missed when read', async () => {
    expect(
      await cloud.value(`
        return (await db.collection('counters').doc('nowhere').remove()).stats`),
    ).toEqual({ removed: 0 });
    const { errCode, message } = await cloud.thrown(`return db.collection('counters').doc('nowhere').get()`);
    expect(errCode).toBe(-1);
    expect(message).toContain('document with _id nowhere does not exist');
  });

  test('with a field named __proto__ harm nobody', async () => {
    const value = await cloud.value(`
      await db.collection('counters').doc('proto').set({ data: JSON.parse('{"__proto__":{"polluted":1},"a":1}') });
      return (await db.collection('counters').doc('proto').get()).data.a`);
    expect(value).toBe(1);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('errors', () => {
  test.each([
    ['reading', `db.collection('none').doc('a').get()`],
    ['adding', `db.collection('none').add({ data: { a: 1 } })`],
    ['counting', `db.collection('none').where({ _id: 'a' }).count()`],
    ['replacing', `db.collection('none').doc('a').set({ data: { a: 1 } })`],
    ['removing', `db.collection('none').doc('a').remove()`],
  ])('%s in an unknown collection', async (_title, code) => {
    const { errCode, message } = await cloud.thrown(`return ${code}`);
    expect(errCode).toBe(-502005);
    expect(message).toContain('[ResourceNotFound] Db or Table not exist: none.');
  });

  test('aggregating in an unknown collection', async () => {
    const { code } = await cloud.thrown(
      `return db.collection('none').aggregate().match({ _id: 1 }).group({ _id: '$a' }).limit(1).end()`,
    );
    expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('an id that is taken', async () => {
    const { errCode, message } = await cloud.thrown(`
      await db.collection('counters').add({ data: { _id: 'twice' } });
      await db.collection('counters').add({ data: { _id: 'twice' } })`);
    expect(errCode).toBe(-502001);
    expect(message).toContain(
      'E11000 duplicate key error collection: counters index: _id_ dup key: { : "twice" }',
    );
  });

  test('an operator where a value belongs', async () => {
    const { errCode, message } = await cloud.thrown(
      `await db.collection('counters').doc('a').set({ data: { at: db.serverDate() } })`,
    );
    expect(errCode).toBe(-502001);
    expect(message).toContain("prefixed field '$tcb_server_date'");
  });
});

describe('what the product does not use is refused by its name, and nothing is changed', () => {
  beforeEach(() => refill([{ _id: 'a', n: 1, list: [1] }]));

  const all = `db.collection('counters')`;
  const grouped = (stages: string): string => `${all}.aggregate()${stages}.end()`;

  test.each([
    ['update()', `${all}.doc('a').update({ data: { n: 2 } })`],
    ['update()', `${all}.where({ _id: 'a' }).update({ data: { n: 2 } })`],
    ['where().remove()', `${all}.where({ _id: 'a' }).remove()`],
    ['add([...])', `${all}.add({ data: [{ n: 1 }, { n: 2 }] })`],
    ['skip()', `${all}.where({ _id: 'a' }).skip(1).get()`],
    ['field({ n: 0 })', `${all}.where({ _id: 'a' }).field({ n: false }).get()`],
    ["field({ 'o.k' })", `${all}.where({ _id: 'a' }).field({ 'o.k': true }).get()`],
    ['$or', `${all}.where(_.or([{ _id: 'a' }, { _id: 'b' }])).get()`],
    ['$eq', `${all}.where({ _id: _.eq('a') }).get()`],
    ['$nin', `${all}.where({ _id: 'a', n: _.nin([2]) }).count()`],
    ['$exists', `${all}.where({ _id: 'a', n: _.exists(true) }).get()`],
    ['BSONRegExp', `${all}.where({ _id: /a/ }).get()`],
    ['$sort', grouped(`.match({ _id: 'a' }).sort({ n: 1 })`)],
    ['$lookup', grouped(`.lookup({ from: 'people', localField: 'n', foreignField: 'n', as: 'found' })`)],
    [
      'group({ sum })',
      grouped(`.match({ _id: 'a' }).group({ _id: '$n', sum: _.aggregate.sum('$n') }).limit(9)`),
    ],
    ['group({ _id: null })', grouped(`.match({ _id: 'a' }).group({ _id: null }).limit(9)`)],
    ['按列表或对象分组（list）', grouped(`.match({ _id: 'a' }).group({ _id: '$list' }).limit(9)`)],
    ['database.addCollection', `db.createCollection('made')`],
  ])('%s', async (name, code) => {
    const { message } = await cloud.thrown(`return await ${code}`);
    expect(message).toContain(`本地云没有 ${name}，`);
    const { body } = await cloud.request('GET', '/local/documents/counters');
    expect(body).toEqual([{ _id: 'a', n: 1, list: [1] }]);
  });

  test('as the platform refuses a request that it cannot do', async () => {
    expect((await cloud.thrown(`return ${all}.doc('a').update({ data: { n: 2 } })`)).errCode).toBe(-502001);
  });

  test('a pipeline in another order, or without its limit', async () => {
    for (const stages of [`.match({ _id: 'a' }).group({ _id: '$n' })`, `.group({ _id: '$n' }).limit(1)`])
      expect((await cloud.thrown(`return ${grouped(stages)}`)).message).toContain(
        '只能依次写 $match、$group、$limit',
      );
  });
});

describe('queries', () => {
  beforeAll(() =>
    refill(
      [1, 2, 3, 4, 5].map((n) => ({
        _id: `q${n}`,
        n,
        name: `n${n}`,
        tags: n % 2 ? ['odd', 'x'] : ['even'],
        o: { k: n },
      })),
    ),
  );

  test('show the fields that are asked for', async () => {
    const value = await cloud.value(`
      const all = db.collection('counters').where({ _id: 'q1' });
      return [
        (await all.field({ name: true }).get()).data[0],
        (await all.field({ name: true, o: true, none: true }).get()).data[0]]`);
    expect(value).toEqual([
      { _id: 'q1', name: 'n1' },
      { _id: 'q1', name: 'n1', o: { k: 1 } },
    ]);
  });

  test('find many ids at once, sorted and limited', async () => {
    const value = await cloud.value(`
      const ids = ['q5', 'q1', 'q3', 'nowhere'];
      const { data } = await db.collection('counters').where({ _id: _.in(ids) }).orderBy('_id', 'desc').limit(2).get();
      return data.map(({ _id }) => _id)`);
    expect(value).toEqual(['q5', 'q3']);
  });

  test('test the fields that an index does not stand at', async () => {
    const value = await cloud.value(`
      const ids = async (conditions) => {
        const { data } = await db.collection('counters').where({ _id: _.in(['q1', 'q2', 'q3']), ...conditions }).get();
        return data.map(({ _id }) => _id);
      };
      return Promise.all([
        { name: 'n2' }, { tags: 'odd' }, { 'o.k': 3 }, { none: null }, { n: _.gt(1).and(_.lt(3)) }, { n: _.lte(2) },
        { name: _.gt(1) }, { tags: _.in(['even', 'x']), n: _.gte(2) },
      ].map(ids))`);
    expect(value).toEqual([
      ['q2'],
      ['q1', 'q3'],
      ['q3'],
      ['q1', 'q2', 'q3'],
      ['q2'],
      ['q1', 'q2'],
      [],
      ['q2', 'q3'],
    ]);
  });
});

test('the distinct values of a field are told, one that is absent among them, as many as asked for', async () => {
  await refill(
    [1, 2, 3, 4, 5].map((n) => ({ _id: `d${n}`, ...(n < 5 ? { half: n % 2 === 0 ? 'even' : 'odd' } : {}) })),
  );
  const values = (limit: number) =>
    cloud.value(`
      const matched = db.collection('counters').aggregate().match({ _id: _.in(['d1', 'd2', 'd3', 'd4', 'd5']) });
      return (await matched.group({ _id: '$half' }).limit(${limit}).end()).list.map(({ _id }) => _id)`);
  expect(await values(9)).toEqual(['odd', 'even', null]);
  expect(await values(2)).toEqual(['odd', 'even']);
});

describe('text that UTF-8 cannot write', () => {
  const lone = '\\ud83d';

  test.each([
    ['in a value', `db.collection('counters').add({ data: { _id: 'lone', text: 'a${lone}b' } })`],
    ['in a list', `db.collection('counters').add({ data: { _id: 'lone', list: [{ deep: ['${lone}'] }] } })`],
    ['in a name', `db.collection('counters').add({ data: { _id: 'lone', deep: { 'a${lone}': 1 } } })`],
    ['in an id', `db.collection('counters').add({ data: { _id: 'lone${lone}' } })`],
    ['in a replacement', `db.collection('counters').doc('whole').set({ data: { text: '${lone}' } })`],
    [
      'in a transaction',
      `db.runTransaction((t) => t.collection('counters').doc('whole').set({ data: { text: '${lone}' } }))`,
    ],
  ])('%s is refused, and nothing is kept', async (_where, code) => {
    await refill([{ _id: 'whole', text: '😀' }]);
    const { errCode, message } = await cloud.thrown(`await ${code}`);
    expect(errCode).toBe(-502001);
    expect(message).toContain('not valid UTF-8');
    const { body } = await cloud.request('GET', '/local/documents/counters');
    expect(body).toEqual([{ _id: 'whole', text: '😀' }]);
  });
});
