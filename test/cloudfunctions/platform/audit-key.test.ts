import { auditDigest, auditDigests } from '../../../cloudfunctions/platform/audit-key';

const environment = { ...process.env };
afterEach(() => {
  process.env = { ...environment };
});

function set(keys: string): void {
  process.env.AUDIT_KEY = keys;
}

test('what the key of one year hashed is verified by its number when the next year has a key of its own', () => {
  set('1:last-year');
  const { keyNumber, digest } = auditDigest();
  const hash = digest('an entry');
  set('2:this-year 1:last-year');
  expect(auditDigest().keyNumber).toBe(2);
  expect(auditDigest().digest('an entry')).not.toBe(hash);
  expect(auditDigests()(keyNumber)?.('an entry')).toBe(hash);
});

test('a number that no key has verifies nothing', () => {
  set('2:this-year');
  expect(auditDigests()(1)).toBeNull();
});

test.each(['', ' ', 'secret', '0:secret', 'x:secret', '1:'])('%p is no key', (keys) => {
  set(keys);
  expect(() => auditDigest()).toThrow('AUDIT_KEY');
});
