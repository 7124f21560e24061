import fc from 'fast-check';
import { Query } from 'mingo';
import { Collection } from '../../../../local/cloud/database/collection';
import { freezeDeeply, keyOfId, type StoredDocument } from '../../../../local/cloud/database/document';
import { compareByOrder, type FieldOrder } from '../../../../local/cloud/database/field-values';
import { countDocuments, selectDocuments } from '../../../../local/cloud/database/select-documents';

const scalar = fc.oneof(
  fc.integer({ min: 0, max: 4 }),
  fc.constantFrom('a', 'b', null, true, new Date(0), new Date(1000)),
);
const value = fc.oneof(
  { weight: 6, arbitrary: scalar },
  { weight: 1, arbitrary: fc.array(scalar, { maxLength: 3 }) },
);
const fields = fc.record({ a: value, b: value, c: value }, { requiredKeys: [] });

const condition = fc.oneof(
  scalar,
  fc.record({ $in: fc.array(scalar, { minLength: 1, maxLength: 3 }) }),
  fc.integer({ min: 0, max: 4 }).map((n) => ({ $gt: n })),
  fc
    .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
    .map(([low, high]) => ({ $gte: low, $lte: high })),
);

const direction = fc.constantFrom<1 | -1>(1, -1);

/** Queries that the index over a, b, c can serve, with the sorts it continues. */
const selection = fc.oneof(
  fc.record({ query: fc.record({ a: scalar, b: condition }), order: fc.constant<FieldOrder>([]) }),
  fc.record({
    query: fc.record({ a: scalar }),
    order: direction.map<FieldOrder>((first) => [
      ['b', first],
      ['c', first === 1 ? -1 : 1],
    ]),
  }),
  fc.record({
    query: fc
      .tuple(scalar, condition, scalar)
      .map(([a, b, c]) => ({ a, $and: [{ b: { $in: [b] } }, { c }] })),
    order: fc.constant<FieldOrder>([]),
  }),
  fc.record({
    query: fc.tuple(scalar, scalar).map(([a, b]) => ({ a: { $in: [a, b] } })),
    order: direction.map<FieldOrder>((first) => [
      ['b', first],
      ['c', first === 1 ? -1 : 1],
    ]),
  }),
);

const asDocuments = (list: object[]): StoredDocument[] =>
  list.map((each, index) => freezeDeeply({ _id: `d${index}`, ...each }));

const idsOf = (documents: readonly StoredDocument[]): unknown[] => documents.map(({ _id }) => _id);

test('an index finds what a look at every document finds, in the same order', () => {
  fc.assert(
    fc.property(
      fc.array(fields, { maxLength: 25 }),
      fc.array(fields, { maxLength: 8 }),
      selection,
      (initial, later, { query, order }) => {
        const collection = new Collection('all', [
          {
            name: 'abc',
            unique: false,
            keys: [
              ['a', 1],
              ['b', 1],
              ['c', -1],
            ],
          },
        ]);
        collection.load(asDocuments(initial));
        // Some documents are replaced, removed and added one by one.
        for (const after of asDocuments(later)) {
          const key = keyOfId(after._id);
          collection.apply([
            { collection: 'all', key, before: collection.documents.get(key) ?? null, after },
          ]);
        }
        const removed = collection.documents.get('sd3');
        if (removed) collection.apply([{ collection: 'all', key: 'sd3', before: removed, after: null }]);

        const matches = new Query(query);
        const expected = [...collection.documents.values()].filter((document) => matches.test(document));
        const found = selectDocuments(collection, { query, order });
        expect(countDocuments(collection, query)).toBe(expected.length);

        expect(idsOf(found).sort()).toEqual(idsOf(expected).sort());
        for (const [position, document] of found.entries()) {
          const next = found[position + 1];
          if (next) expect(compareByOrder(document, next, order)).toBeLessThanOrEqual(0);
        }
      },
    ),
    { numRuns: 500 },
  );
});
