import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { AuditEntry, DocumentChange } from '#shared/audit/audit-chain';
import { keptChangesOf } from '#shared/audit/kept-changes';
import { historyOf } from '#shared/audit/record-history';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');
const nothingUnnamed = () => [];
const kept = (changes: readonly DocumentChange[]) => keptChangesOf(changes, nothingUnnamed, digest);

/** What an entry may come to, in the bytes of its JSON. */
const mostBytes = 24_000;

const activity = { id: 'a1', name: '路演', state: 'reported', place: '广州', revision: 1, lastChange: null };
const changed = { ...activity, name: '大路演', revision: 2 };
const change = { collection: 'activities', id: 'a1', before: activity, after: changed };

test('of a changed document only what differs is kept, and what its history needs', () => {
  expect(kept([change])).toMatchObject([
    {
      collection: 'activities',
      id: 'a1',
      before: { name: '路演', revision: 1, lastChange: null },
      after: { name: '大路演', revision: 2, lastChange: null },
    },
  ]);
  expect(Object.keys(kept([change])[0]?.after ?? {}).sort()).toEqual(['lastChange', 'name', 'revision']);
});

test('a field that comes, goes or becomes null is a change', () => {
  const [one] = kept([
    {
      ...change,
      before: { id: 'a1', gone: 1, same: 1, was: 1 },
      after: { id: 'a1', came: 2, same: 1, was: null },
    },
  ]);
  expect(one).toMatchObject({ before: { gone: 1, was: 1 }, after: { came: 2, was: null } });
});

test('two changes of one document are one', () => {
  const again = { ...changed, state: 'accepted' };
  expect(kept([change, { ...change, before: changed, after: again }])).toMatchObject([
    { before: { name: '路演', state: 'reported' }, after: { name: '大路演', state: 'accepted' } },
  ]);
});

test('what is made and taken away at once leaves nothing, and what is taken away leaves none of what it said', () => {
  const made = { ...change, before: null };
  const taken = { ...change, before: changed, after: null };
  expect(kept([made, taken])).toEqual([]);
  expect(kept([taken])).toMatchObject([{ before: {}, after: null, to: null }]);
});

test('fields that name the public are left out, and the whole document has its digest', () => {
  const unnamed = keptChangesOf([change], () => ['name'], digest);
  expect(JSON.stringify(unnamed)).not.toContain('路演');
  expect(unnamed[0]?.to).toBe(kept([change])[0]?.to);
});

test('a long text is cut, and says how long it was and its digest', () => {
  const text = '长'.repeat(1000);
  const [one] = kept([{ ...change, after: { ...changed, name: text } }]);
  expect(one?.after?.name).toBe(`${'长'.repeat(300)}…〔共 1000 字，摘要 ${digest(text).slice(0, 16)}〕`);
});

test('a record’s history reads from what is kept, also where files were too many to be kept', () => {
  const files = Array.from({ length: 40 }, (_each, index) => ({
    name: `照片${index}.jpg`,
    fileID: 'f'.repeat(60),
  }));
  const changes = kept([{ ...change, after: { ...changed, files } }]);
  const entry = { at: 1, action: 'keepFile', changes } as unknown as AuditEntry;
  const [shown] = historyOf({ kind: 'activity', id: 'a1', collection: 'activities' }, [entry]);
  const fields = shown?.fields ?? [];
  expect(fields.find(({ field }) => field === 'name')).toEqual({
    field: 'name',
    before: '路演',
    after: '大路演',
  });
  expect(fields.find(({ field }) => field === 'files')?.after).toContain('摘要');
});

test('however much is changed, an entry is bounded', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          size: fc.integer({ min: 0, max: 20_000 }),
          rows: fc.integer({ min: 0, max: 500 }),
        }),
        { maxLength: 30 },
      ),
      (documents) => {
        const changes = documents.map(({ size, rows }, index) => ({
          collection: 'activities',
          id: `0123456789abcdef0123456789abcd${index}`,
          before: null,
          after: { text: '长'.repeat(size), rows: Array.from({ length: rows }, () => '名'.repeat(20)) },
        }));
        expect(Buffer.byteLength(JSON.stringify(kept(changes)))).toBeLessThan(mostBytes);
      },
    ),
  );
});
