import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { chainEntry, hashOf, type AuditEntry } from '#shared/audit/audit-chain';
import { chainStart, verifyEnd, verifyEntries } from '#shared/audit/verify-chain';

const digestBy = (secret: string) => (text: string) =>
  createHmac('sha256', secret).update(text, 'utf8').digest('hex');
const digests = new Map([
  [1, digestBy('last year')],
  [2, digestBy('this year')],
]);
const digestWith = (keyNumber: number) => digests.get(keyNumber) ?? null;
const withoutKey = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function exampleEntry(number: number, keyNumber: number) {
  return {
    key: `request ${number}`,
    at: number * 1000,
    action: 'saveActivity',
    openid: 'o-1',
    unitId: 'unit-1',
    role: 'organiser',
    seen: '',
    keyNumber,
    changedIds: [`a${number}`],
    changes: [
      {
        collection: 'activities',
        id: `a${number}`,
        before: null,
        after: { name: '活动', count: number },
        from: null,
        to: 'd',
      },
    ],
  };
}

/** A chain whose key is changed after some entries. */
function chainOf(count: number, { keyChangesAfter = count } = {}): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= count; number += 1) {
    const keyNumber = number <= keyChangesAfter ? 1 : 2;
    const end = { chain: '7', head: entries.at(-1) ?? null, follows: null };
    entries.push(
      chainEntry(exampleEntry(number, keyNumber), end, digestBy(keyNumber === 1 ? 'last year' : 'this year')),
    );
  }
  return entries;
}

const verify = (entries: readonly AuditEntry[]) => verifyEntries(entries, chainStart, digestWith);
const headOf = (entries: readonly AuditEntry[]) => entries.at(-1) ?? null;
const still = (head: { number: number; hash: string } | null) => ({ before: head, after: head });

test('a chain as it was written is right, whole or in stretches', () => {
  const entries = chainOf(5);
  const { position, faults, sound } = verify(entries);
  expect(faults).toEqual([]);
  expect(sound).toEqual(entries);
  expect(verifyEnd('7', position, still(headOf(entries)))).toEqual([]);
  const half = verify(entries.slice(0, 2));
  expect(verifyEntries(entries.slice(2), half.position, digestWith)).toMatchObject({ position, faults: [] });
});

test('a chain goes on when the key is changed, and its old entries stay verifiable by their key’s number', () => {
  const entries = chainOf(5, { keyChangesAfter: 2 });
  expect(verify(entries).faults).toEqual([]);
  const withoutOldKey = (number: number) => (number === 2 ? digestWith(2) : null);
  expect(verifyEntries(entries, chainStart, withoutOldKey).faults).toEqual([
    { chain: '7', number: 1, fault: 'changed' },
    { chain: '7', number: 2, fault: 'changed' },
  ]);
});

describe('the end of a chain', () => {
  const entries = chainOf(5);
  const end = verify(entries).position;
  const at = (number: number) => verify(entries.slice(0, number)).position;

  test('is right while entries are written as it is read', () => {
    expect(verifyEnd('7', at(4), { before: at(3), after: at(5) })).toEqual([]);
  });

  test('an empty chain is right only without a head', () => {
    expect(verifyEnd('7', chainStart, still(null))).toEqual([]);
    expect(verifyEnd('7', chainStart, still({ number: 1, hash: 'x' }))).toEqual([
      { chain: '7', number: 1, fault: 'cut' },
    ]);
  });

  test('is wrong when entries are cut off, when the head is gone, set back or another', () => {
    expect(verifyEnd('7', at(3), still(end))).toEqual([{ chain: '7', number: 4, fault: 'cut' }]);
    expect(verifyEnd('7', end, still(null))).toEqual([{ chain: '7', number: 5, fault: 'headless' }]);
    expect(verifyEnd('7', end, still(at(3)))).toEqual([{ chain: '7', number: 4, fault: 'beyond' }]);
    expect(verifyEnd('7', end, still({ ...end, hash: 'x' }))).toEqual([
      { chain: '7', number: 5, fault: 'head' },
    ]);
  });
});

describe('a fault is found at its entry', () => {
  const entries = chainOf(5);
  const changed = (index: number, change: Partial<AuditEntry>) =>
    entries.map((entry, each) => (each === index ? { ...entry, ...change } : entry));

  test.each([0, 1, 2, 3, 4])('when any field of entry %i is changed', (index) => {
    const changes: Partial<AuditEntry>[] = [
      { at: 1 },
      { openid: 'o-2' },
      { action: 'acceptActivity' },
      { unitId: null },
      { changes: [] },
      { key: 'another' },
      { seen: '0:1:0123456789abcdef' },
      { follows: { chain: '6', number: 1, hash: '' } },
      { keyNumber: 2 },
      { keyNumber: 3 },
    ];
    for (const change of changes)
      expect(verify(changed(index, change)).faults).toEqual([
        { chain: '7', number: index + 1, fault: 'changed' },
      ]);
  });

  test('when one is taken out, and the rest is verified all the same', () => {
    const without = entries.filter(({ number }) => number !== 3);
    expect(verify(without).faults).toEqual([{ chain: '7', number: 3, fault: 'missing' }]);
  });

  test('when all are written anew by somebody without the key', () => {
    let previous = '';
    const rehashed = entries.map((entry) => {
      const forged = { ...entry, openid: 'o-2', previous };
      previous = hashOf(forged, withoutKey);
      return { ...forged, hash: previous };
    });
    expect(verify(rehashed).faults.map(({ number, fault }) => `${number} ${fault}`)).toEqual(
      [1, 2, 3, 4, 5].map((number) => `${number} changed`),
    );
  });

  test('when one is written anew with the key', () => {
    const [first, second, ...rest] = entries as [AuditEntry, AuditEntry, ...AuditEntry[]];
    const forged = { ...second, at: 1 };
    const rehashed = { ...forged, hash: hashOf(forged, digestBy('last year')) };
    expect(verify([first, rehashed, ...rest]).faults).toEqual([{ chain: '7', number: 3, fault: 'broken' }]);
  });
});

test('the hash is the same after the database kept the entry and gave it back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (after, other) => {
      const change = { collection: 'c', id: 'i', before: null, after: { ...after, other, left: undefined } };
      const entry = { ...exampleEntry(1, 1), changes: [{ ...change, from: null, to: null }] };
      const written = chainEntry(entry, { chain: '0', head: null, follows: null }, withoutKey);
      const reordered = Object.fromEntries(Object.entries(written).reverse()) as unknown as AuditEntry;
      const readBack = JSON.parse(JSON.stringify(reordered)) as AuditEntry;
      expect(hashOf(readBack, withoutKey)).toBe(written.hash);
    }),
  );
});
