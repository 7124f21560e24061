import {
  addresseeKey,
  addresseeOf,
  addresseesOf,
  seen,
  standsFor,
  type Addressee,
} from '#shared/notice/notice';

const told = {
  id: 'n',
  kind: 'dates-changed',
  about: { kind: 'edition', id: '2018', name: '2018年' },
  note: '',
  at: 0,
  stands: true,
  seenBy: [],
} as const;

const base = { unitId: 'base', city: '广州' };
const lab = { unitId: 'lab', city: '深圳' };

test.each<Addressee>([{ unitId: 'a b' }, { openid: 'o' }, { city: '广州' }, 'all-members'])(
  'whom a notice is for is read from its word as it was written: %j',
  (to) => {
    expect(addresseeOf(addresseeKey(to))).toEqual(to);
  },
);

test('a person finds his own, his units’, their cities’ and all members’ notices; who is no member only his own', () => {
  expect(addresseesOf('o', [base])).toEqual(['person o', 'unit base', 'city 广州', 'all-members']);
  expect(addresseesOf('o', [])).toEqual(['person o']);
});

test('one for a unit is seen when one of its members has seen it', () => {
  const notice = { ...told, to: 'unit base', seenBy: [] };
  expect(standsFor(notice, [base])).toBe(true);
  expect(standsFor(seen(notice, [base]), [base])).toBe(false);
});

test('one for many stands for the units that have not seen it', () => {
  const notice = seen({ ...told, to: 'all-members', seenBy: [] }, [base]);
  expect(standsFor(notice, [base])).toBe(false);
  expect(standsFor(notice, [lab])).toBe(true);
  expect(standsFor(notice, [base, lab])).toBe(true);
});

test('one for a city is seen by the units of that city alone', () => {
  const notice = seen({ ...told, to: 'city 广州', seenBy: [] }, [base, lab]);
  expect(notice.seenBy).toEqual(['base']);
});
