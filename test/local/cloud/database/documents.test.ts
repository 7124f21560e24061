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

const stored = (id: string): Promise<unknown> =>
  cloud.value(`return (await db.collection('counters').doc(input).get()).data`, id);

describe('documents', () => {
  test('keep every type through storing and reading', async () => {
    const value = await cloud.value(`
      const at = new Date('2018-10-09T16:00:00.123Z');
      await db.collection('counters').add({ data: {
        _id: 'types', whole: 3, part: 1.5, large: 2 ** 53 - 1, huge: 2 ** 40, at, none: null, yes: true,
        nested: [[1, [2]], { deep: { at } }], text: '双创周', missing: undefined,
        place: db.Geo.Point(113.3, 23.1), odd: NaN, endless: Infinity } });
      const { data } = await db.collection('counters').doc('types').get();
      return [data.whole, data.part, data.large === 2 ** 53 - 1, data.huge === 2 ** 40, data.at instanceof Date,
        +data.at === +at, data.none, data.yes, data.nested[0][1][0], data.nested[1].deep.at instanceof Date,
        data.text, 'missing' in data, data.place.longitude, Number.isNaN(data.odd), data.endless === Infinity]`);
    expect(value).toEqual([
      3,
      1.5,
      true,
      true,
      true,
      true,
      null,
      true,
      2,
      true,
      '双创周',
      false,
      113.3,
      true,
      true,
    ]);
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

  test('carry the time of the simulated clock where the function asks for the server date', async () => {
    const value = await cloud.value(`
      const all = db.collection('counters');
      await all.doc('dated').set({ data: { at: db.serverDate(), later: [{ at: db.serverDate({ offset: 60000 }) }] } });
      const { data } = await all.doc('dated').get();
      return [data.at, data.later[0].at, new Date(), Date.now()]`);
    const now = new Date(start).toISOString();
    expect(value).toEqual([now, new Date(start + 60_000).toISOString(), now, start]);
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

  test('that are missing can be updated and removed in vain, and are missed when read', async () => {
    expect(
      await cloud.value(`
        const document = db.collection('counters').doc('nowhere');
        return [(await document.update({ data: { a: 1 } })).stats, (await document.remove()).stats]`),
    ).toEqual([{ updated: 0 }, { removed: 0 }]);
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
    ['updating', `db.collection('none').doc('a').update({ data: { a: 1 } })`],
    ['removing', `db.collection('none').doc('a').remove()`],
  ])('%s in an unknown collection', async (_title, code) => {
    const { errCode, message } = await cloud.thrown(`return ${code}`);
    expect(errCode).toBe(-502005);
    expect(message).toContain('[ResourceNotFound] Db or Table not exist: none.');
  });

  test('aggregating in an unknown collection', async () => {
    const { code } = await cloud.thrown(`return db.collection('none').aggregate().match({ _id: 1 }).end()`);
    expect(code).toBe('DATABASE_COLLECTION_NOT_EXIST');
  });

  test('a collection is made once', async () => {
    const { code, message } = await cloud.thrown(
      `await db.createCollection('made'); await db.collection('made').add({ data: {} }); await db.createCollection('made')`,
    );
    expect(code).toBe('DATABASE_COLLECTION_ALREADY_EXIST');
    expect(message).toContain('[ResourceExist] Table exist: made.');
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

  test('removing without a condition does not empty the collection', async () => {
    await refill([{ _id: 'a' }]);
    const { message } = await cloud.thrown(`return db.collection('counters').remove()`);
    expect(message).toContain('remove needs a condition');
    expect(await stored('a')).toEqual({ _id: 'a' });
  });
});

describe('update operators', () => {
  const updated = async (before: object, data: string, where?: string): Promise<unknown> => {
    await refill([{ _id: 'u', ...before }]);
    const target = where === undefined ? `.doc('u')` : `.where(${where})`;
    return cloud.value(`
      await db.collection('counters')${target}.update({ data: ${data} });
      const { _id, ...data } = (await db.collection('counters').doc('u').get()).data;
      return data`);
  };

  test.each([
    ['merge into nested objects', { o: { x: 1, y: 2 } }, `{ o: { x: 5 } }`, { o: { x: 5, y: 2 } }],
    ['replace a whole object', { o: { x: 1 } }, `{ o: _.set({ z: 1 }) }`, { o: { z: 1 } }],
    ['make the way to a nested field', {}, `{ 'a.b.c': 1 }`, { a: { b: { c: 1 } } }],
    [
      'add and multiply',
      { n: 2, m: 3 },
      `{ n: _.inc(5), m: _.mul(4), k: _.inc(1), l: _.mul(2) }`,
      { n: 7, m: 12, k: 1, l: 0 },
    ],
    [
      'keep the greater and the less',
      { a: 1, b: 1 },
      `{ a: _.max(5), b: _.min(-5), c: _.max(2) }`,
      { a: 5, b: -5, c: 2 },
    ],
    ['take a field away', { a: 1, b: 2 }, `{ a: _.remove() }`, { b: 2 }],
    ['rename', { a: 1 }, `{ a: _.rename('b') }`, { b: 1 }],
    [
      'push one, many, in place, sorted and cut',
      { a: [1], b: [1], c: [3, 1] },
      `{ a: _.push(2), b: _.push({ each: [9, 8], position: 0 }), c: _.push({ each: [2], sort: 1, slice: 2 }) }`,
      { a: [1, 2], b: [9, 8, 1], c: [1, 2] },
    ],
    ['push to nothing', {}, `{ a: _.push([1, 2]) }`, { a: [1, 2] }],
    [
      'take from both ends and put in front',
      { a: [1, 2, 3], b: [1, 2, 3], c: [2] },
      `{ a: _.pop(), b: _.shift(), c: _.unshift(1) }`,
      { a: [1, 2], b: [2, 3], c: [1, 2] },
    ],
    ['add to a set that holds duplicates', { a: [1, 1] }, `{ a: _.addToSet(2) }`, { a: [1, 1, 2] }],
    [
      'add many to a set',
      { a: [{ k: 1 }] },
      `{ a: _.addToSet({ $each: [{ k: 1 }, { k: 2 }] }) }`,
      { a: [{ k: 1 }, { k: 2 }] },
    ],
    [
      'pull by value, condition and list',
      { a: [1, 2, 1], b: [1, 5], c: [1, 2, 3], d: [{ k: 1, l: 1 }, { k: 2 }] },
      `{ a: _.pull(1), b: _.pull(_.gt(3)), c: _.pullAll([1, 3]), d: _.pull({ k: 1 }) }`,
      { a: [2], b: [1], c: [2], d: [{ k: 2 }] },
    ],
    ['set an element by its place', { a: [1, 2] }, `{ 'a.1': 5 }`, { a: [1, 5] }],
  ])('%s', async (_title, before, data, after) => {
    expect(await updated(before, data)).toEqual(after);
  });

  test('reach the array element that the condition matched', async () => {
    const after = await updated(
      {
        a: [
          { k: 1, n: 1 },
          { k: 2, n: 1 },
        ],
      },
      `{ 'a.$.n': _.inc(5) }`,
      `{ _id: 'u', 'a.k': 2 }`,
    );
    expect(after).toEqual({
      a: [
        { k: 1, n: 1 },
        { k: 2, n: 6 },
      ],
    });
  });

  test.each([
    ['adding to text', { a: 'x' }, `{ a: _.inc(1) }`, 'Cannot apply $inc to a value of non-numeric type'],
    [
      'pushing to text',
      { a: 'x' },
      `{ a: _.push(1) }`,
      "The field 'a' must be an array but is of type string",
    ],
    ['setting through null', { a: null }, `{ 'a.b': 1 }`, "Cannot create field 'b' in element {a: null}"],
    ['setting through a number', { a: 1 }, `{ 'a.b.c': 1 }`, "Cannot create field 'b' in element {a: 1}"],
    ['one field twice', { a: 1 }, `{ a: 1, 'a.b': _.inc(1) }`, 'would create a conflict'],
  ])('refuse %s and leave the document as it was', async (_title, before, data, message) => {
    await refill([{ _id: 'u', ...before }]);
    const thrown = await cloud.thrown(`return db.collection('counters').doc('u').update({ data: ${data} })`);
    expect(thrown.errCode).toBe(-502001);
    expect(thrown.message).toContain(message);
    expect(await stored('u')).toEqual({ _id: 'u', ...before });
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
        (await all.field({ name: true, _id: false }).get()).data[0],
        (await all.field({ tags: false, o: false }).get()).data[0],
        (await all.field({ tags: _.project.slice(1) }).get()).data[0],
        (await all.field({ 'o.k': true, tags: _.project.slice(-1) }).get()).data[0]]`);
    expect(value).toEqual([
      { _id: 'q1', name: 'n1' },
      { name: 'n1' },
      { _id: 'q1', n: 1, name: 'n1' },
      { _id: 'q1', n: 1, name: 'n1', tags: ['odd'], o: { k: 1 } },
      { _id: 'q1', tags: ['x'], o: { k: 1 } },
    ]);
  });

  test('find many ids at once, sorted, skipped and limited', async () => {
    const value = await cloud.value(`
      const ids = ['q5', 'q1', 'q3', 'nowhere'];
      const { data } = await db.collection('counters').where({ _id: _.in(ids) }).orderBy('_id', 'desc').skip(1).limit(1).get();
      return data.map(({ _id }) => _id)`);
    expect(value).toEqual(['q3']);
  });

  test('test regular expressions with any flags beside an indexed condition', async () => {
    const value = await cloud.value(
      `return (await db.collection('counters').where({ _id: _.in(['q1', 'q2']), name: /N2/gi }).get()).data.map(({ _id }) => _id)`,
    );
    expect(value).toEqual(['q2']);
  });
});

describe('aggregates', () => {
  beforeAll(() =>
    refill([1, 2, 3, 4].map((n) => ({ _id: `a${n}`, n, o: { k: n }, ...(n > 2 ? { extra: n } : {}) }))),
  );

  const aggregated = (stages: string): Promise<unknown> =>
    cloud.value(`
      const $ = _.aggregate;
      const { list } = await db.collection('counters').aggregate().match({ _id: _.in(['a1', 'a2', 'a3', 'a4']) })${stages}.end();
      return list`);

  test('tell the distinct values of a field, one that is absent among them', async () => {
    await refill(
      [1, 2, 3, 4, 5].map((n) => ({
        _id: `d${n}`,
        n,
        ...(n < 5 ? { half: n % 2 === 0 ? 'even' : 'odd' } : {}),
      })),
    );
    const values = `db.collection('counters').aggregate().match({ _id: _.in(['d1', 'd2', 'd3', 'd4', 'd5']) }).group({ _id: '$half' }).limit(9).end()`;
    const { list } = (await cloud.value(`return ${values}`)) as { list: { _id: string | null }[] };
    expect(list.map(({ _id }) => _id).sort()).toEqual([null, 'even', 'odd'].sort());
    await refill([1, 2, 3, 4].map((n) => ({ _id: `a${n}`, n, o: { k: n }, ...(n > 2 ? { extra: n } : {}) })));
  });

  test.each([
    [
      'sum by group',
      `.group({ _id: $.mod(['$n', 2]), sum: $.sum('$n') }).sort({ _id: 1 })`,
      [
        { _id: 0, sum: 6 },
        { _id: 1, sum: 4 },
      ],
    ],
    ['count', `.count('n')`, [{ n: 4 }]],
    ['count nothing', `.match({ n: 99 }).count('n')`, []],
    [
      'put a boundary into the bucket it opens',
      `.bucket({ groupBy: '$n', boundaries: [1, 3, 9, 20] })`,
      [
        { _id: 1, count: 2 },
        { _id: 3, count: 2 },
      ],
    ],
    [
      'put the rest into a default bucket',
      `.bucket({ groupBy: '$n', boundaries: [1, 2], default: 'more' })`,
      [
        { _id: 1, count: 1 },
        { _id: 'more', count: 3 },
      ],
    ],
    [
      'tell a missing field from null',
      `.match({ _id: 'a1' }).project({ _id: 0, same: $.eq(['$nothing', null]), differs: $.neq(['$nothing', null]) })`,
      [{ same: false, differs: true }],
    ],
    ['push only what is there', `.group({ _id: null, all: $.push('$extra') })`, [{ _id: null, all: [3, 4] }]],
    ['cut numbers', `.match({ _id: 'a1' }).project({ _id: 0, cut: $.trunc(1.7) })`, [{ cut: 1 }]],
    [
      'find a character',
      `.match({ _id: 'a1' }).project({ _id: 0, at: $.indexOfCP(['双创周', '周']) })`,
      [{ at: 2 }],
    ],
    [
      'look up nothing in an unknown collection',
      `.match({ _id: 'a1' }).lookup({ from: 'none', localField: 'n', foreignField: 'n', as: 'found' }).project({ found: 1, _id: 0 })`,
      [{ found: [] }],
    ],
  ])('%s', async (_title, stages, list) => {
    expect(await aggregated(stages)).toEqual(list);
  });

  test('leave the stored documents as they are', async () => {
    await aggregated(`.addFields({ 'o.k': 99, added: 1 }).sort({ n: -1 })`);
    expect(await stored('a1')).toEqual({ _id: 'a1', n: 1, o: { k: 1 } });
  });

  test('with more rows than the platform gives without a limit are refused', async () => {
    const ids = Array.from({ length: 21 }, (_each, n) => `l${n}`);
    await refill(ids.map((_id) => ({ _id })));
    const code = `db.collection('counters').aggregate().match({ _id: _.in(input) })`;
    expect((await cloud.thrown(`return ${code}.end()`, ids)).message).toContain('$limit');
    expect(await cloud.value(`return (await ${code}.limit(21).end()).list.length`, ids)).toBe(21);
  });
});

describe('text that UTF-8 cannot write', () => {
  const lone = '\\ud83d';

  test.each([
    ['in a value', `db.collection('counters').add({ data: { _id: 'lone', text: 'a${lone}b' } })`],
    ['in a list', `db.collection('counters').add({ data: { _id: 'lone', list: [{ deep: ['${lone}'] }] } })`],
    ['in a name', `db.collection('counters').add({ data: { _id: 'lone', deep: { 'a${lone}': 1 } } })`],
    ['in an id', `db.collection('counters').add({ data: { _id: 'lone${lone}' } })`],
    ['in an update', `db.collection('counters').doc('whole').update({ data: { text: '${lone}' } })`],
    [
      'in a transaction',
      `db.runTransaction((t) => t.collection('counters').doc('whole').update({ data: { text: '${lone}' } }))`,
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
