import { copyOfHeads, readHeadsCopy } from '#shared/audit/heads-copy';

const hash = 'ab'.repeat(32);
const line = '0:12:abababababababab 7.2:1:abababababababab';

test('the ends of the chains are one short line, read back as they were', () => {
  const heads = [
    { chain: '7.2', number: 1, hash },
    { chain: '0', number: 12, hash },
  ];
  expect(copyOfHeads(heads)).toBe(line);
  expect(readHeadsCopy(` ${line}\n`)).toEqual([
    { chain: '0', number: 12, hashBegins: 'abababababababab' },
    { chain: '7.2', number: 1, hashBegins: 'abababababababab' },
  ]);
});

test('what somebody put among the heads is no part of it', () => {
  for (const odd of [{ chain: 'x' }, { chain: '7.1' }, { number: -1 }, { number: 1e12 }, { hash: 'short' }])
    expect(copyOfHeads([{ chain: '0', number: 12, hash, ...odd }])).toBe('');
});

test('another text is no copy', () => {
  for (const text of ['hello', `${line} and more`, '0:12:ab', '0.1:12:abababababababab'])
    expect(readHeadsCopy(text)).toBeNull();
});
