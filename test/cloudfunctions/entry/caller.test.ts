import type { HeldMembership } from '#shared/people/membership';
import { AppError, type Refusal } from '#shared/refusal/errors';
import { authorise } from '../../../cloudfunctions/entry/caller';
import type { HeldMemberships } from '../../../cloudfunctions/store/people/memberships';

const organiserOf = (unitId: string): HeldMembership => ({
  id: `organiser-of-${unitId}`,
  unitId,
  unitName: `单位${unitId}`,
  city: '广州',
  role: 'organiser',
});
const cityStaff: HeldMembership = {
  id: 'staff-gz',
  unitId: 'office',
  unitName: '广州市局',
  city: '广州',
  role: 'city',
};
const shenzhenStaff: HeldMembership = { ...cityStaff, id: 'staff-sz', unitId: 'office-sz', city: '深圳' };
const record = { unitId: 'first', unitCity: '广州' as const };

/** Memberships that give their rights. */
function awake(active: HeldMembership[]): HeldMemberships {
  return { active, asleep: [] };
}

function refusalOf(work: () => unknown): Refusal {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.refusal;
    throw error;
  }
  throw new Error('Nothing was refused');
}

describe('somebody who is a member of several units', () => {
  const memberships = [cityStaff, organiserOf('first'), organiserOf('second')];

  test('acts under the one that was chosen, and under no other', () => {
    const caller = authorise('saveActivity', 'o', awake(memberships), 'organiser-of-second');
    expect(caller.acting().unitId).toBe('second');
    expect(caller.eligible.map(({ unitId }) => unitId)).toEqual(['second']);
    expect(caller.memberships).toEqual(memberships);
  });

  test('is asked to choose where several may, and nothing is decided for him', () => {
    expect(refusalOf(() => authorise('saveActivity', 'o', awake(memberships.slice(1))))).toEqual({
      code: 'CHOOSE_MEMBERSHIP',
      details: {
        memberships: [
          { id: 'organiser-of-first', unitName: '单位first', role: 'organiser', city: '广州' },
          { id: 'organiser-of-second', unitName: '单位second', role: 'organiser', city: '广州' },
        ],
      },
    });
  });

  test('need not choose where only one of them may', () => {
    expect(authorise('acceptRecord', 'o', awake(memberships)).acting().unitId).toBe('office');
  });

  test('is refused under a chosen one that may not, though another may', () => {
    for (const id of ['organiser-of-second', 'of-somebody-else']) {
      expect(refusalOf(() => authorise('acceptRecord', 'o', awake(memberships), id))).toEqual({
        code: 'FORBIDDEN',
        details: { what: 'membership' },
      });
    }
  });

  test('two roles in one unit are two memberships: the role is chosen with it', () => {
    const both = [cityStaff, { ...cityStaff, id: 'organiser-in-office', role: 'organiser' as const }];
    expect(authorise('saveActivity', 'o', awake(both), 'organiser-in-office').acting().role).toBe(
      'organiser',
    );
    expect(refusalOf(() => authorise('acceptRecord', 'o', awake(both), 'organiser-in-office')).code).toBe(
      'FORBIDDEN',
    );
  });

  test('does not reach by another what the chosen one does not reach', () => {
    const caller = authorise('acceptRecord', 'o', awake([shenzhenStaff, cityStaff]), 'staff-sz');
    expect(refusalOf(() => caller.actingOn(record))).toEqual({ code: 'FORBIDDEN', details: {} });
    expect(
      refusalOf(() => {
        caller.require(record);
      }).code,
    ).toBe('FORBIDDEN');
    expect(
      authorise('acceptRecord', 'o', awake([shenzhenStaff, cityStaff]), 'staff-gz').actingOn(record),
    ).toBe(cityStaff);
  });
});

describe('whoever is refused for want of a membership', () => {
  test('learns that he is no member, when he is none', () => {
    expect(refusalOf(() => authorise('saveActivity', 'o', awake([])))).toEqual({
      code: 'NO_MEMBERSHIP',
      details: { isMember: false, isAsleep: false },
    });
  });

  test('learns that his own waits to be confirmed, and only where that would let him', () => {
    const asleep = [organiserOf('first')];
    expect(refusalOf(() => authorise('saveActivity', 'o', { active: [], asleep }))).toEqual({
      code: 'NO_MEMBERSHIP',
      details: { isMember: true, isAsleep: true },
    });
    expect(refusalOf(() => authorise('acceptRecord', 'o', { active: [], asleep }))).toEqual({
      code: 'NO_MEMBERSHIP',
      details: { isMember: true, isAsleep: false },
    });
  });

  test('is not told so when he is one that may not do this', () => {
    expect(refusalOf(() => authorise('acceptRecord', 'o', awake([organiserOf('first')])))).toEqual({
      code: 'NO_MEMBERSHIP',
      details: { isMember: true, isAsleep: false },
    });
  });
});

test('what is open to anyone is refused to nobody, whichever membership is named', () => {
  const caller = authorise('openHome', 'o', awake([]), 'elsewhere');
  expect(() => {
    caller.require(record);
  }).not.toThrow();
  expect(() => caller.acting()).toThrow('openHome is open to anyone');
});
