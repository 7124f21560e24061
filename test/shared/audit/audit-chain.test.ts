import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { chainEntry, hashOf, type AuditEntry } from '#shared/audit/audit-chain';
import { chainStart, verifyEnd, verifyEntries } from '#shared/audit/verify-chain';

const digest = (text: string) => createHash('sha256').update(text, 'utf8').digest('hex');

function chainOf(count: number): AuditEntry[] {
  const entries: AuditEntry[] = [];
  for (let number = 1; number <= count; number += 1) {
    const entry = {
      key: `request ${number}`,
      at: number * 1000,
      action: 'saveActivity',
      openid: 'o-1',
      unitId: 'unit-1',
      changedIds: [`a${number}`],
      changes: [
        { collection: 'activities', id: `a${number}`, before: null, after: { name: '活动', count: number } },
      ],
    };
    entries.push(chainEntry(entry, '7', entries.at(-1) ?? null, digest));
  }
  return entries;
}

const verify = (entries: readonly AuditEntry[]) => verifyEntries(entries, chainStart, digest);
const headOf = (entries: readonly AuditEntry[]) => entries.at(-1) ?? null;

test('a chain as it was written is right, whole or in stretches', () => {
  const entries = chainOf(5);
  const { position, fault } = verify(entries);
  expect(fault).toBeNull();
  expect(verifyEnd(position, headOf(entries))).toBeNull();
  const half = verify(entries.slice(0, 2));
  expect(verifyEntries(entries.slice(2), half.position, digest)).toEqual({ position, fault: null });
});

test('an empty chain is right only without a head', () => {
  expect(verifyEnd(chainStart, null)).toBeNull();
  expect(verifyEnd(chainStart, { number: 1, hash: 'x' })).toEqual({ number: 1, fault: 'cut' });
});

describe('a fault is found at its entry', () => {
  const entries = chainOf(5);
  const without = (index: number) => entries.filter((_entry, each) => each !== index);
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
    ];
    for (const change of changes)
      expect(verify(changed(index, change)).fault).toEqual({ number: index + 1, fault: 'changed' });
  });

  test('when one is taken out', () => {
    expect(verify(without(2)).fault).toEqual({ number: 3, fault: 'missing' });
  });

  test('when the last ones are cut off', () => {
    const rest = entries.slice(0, 3);
    expect(verifyEnd(verify(rest).position, headOf(entries))).toEqual({ number: 4, fault: 'cut' });
  });

  test('when one is written anew with a hash of its own', () => {
    const [first, second, third, ...rest] = entries as [AuditEntry, AuditEntry, AuditEntry, ...AuditEntry[]];
    const forged = { ...second, at: 1 };
    const rehashed = { ...forged, hash: hashOf(forged, digest) };
    expect(verify([first, rehashed, third, ...rest]).fault).toEqual({ number: 3, fault: 'broken' });
  });
});

test('the hash is the same after the database kept the entry and gave it back', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (after, other) => {
      const change = { collection: 'c', id: 'i', before: null, after: { ...after, other, left: undefined } };
      const entry = {
        key: 'k',
        at: 1,
        action: 'a',
        openid: null,
        unitId: null,
        changedIds: [],
        changes: [change],
      };
      const written = chainEntry(entry, '0', null, digest);
      const reordered = Object.fromEntries(Object.entries(written).reverse()) as unknown as AuditEntry;
      const readBack = JSON.parse(JSON.stringify(reordered)) as AuditEntry;
      expect(hashOf(readBack, digest)).toBe(written.hash);
    }),
  );
});
