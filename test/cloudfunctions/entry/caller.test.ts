import { mayDo } from '#shared/access/rights';
import type { Membership } from '#shared/people/membership';
import { AppError } from '#shared/refusal/errors';
import { authorise } from '../../../cloudfunctions/entry/caller';

const organiserOf = (unitId: string): Membership => ({
  unitId,
  unitName: `单位${unitId}`,
  city: '广州',
  role: 'organiser',
});
const cityStaff: Membership = { unitId: 'office', unitName: '广州市局', city: '广州', role: 'city' };
const shenzhenStaff: Membership = { ...cityStaff, unitId: 'office-sz', city: '深圳' };

function codeOf(work: () => unknown): string {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error.refusal.code;
    throw error;
  }
  return 'nothing was refused';
}

describe('somebody who is a member of several units', () => {
  const memberships = [cityStaff, organiserOf('first'), organiserOf('second')];

  test('acts under the first membership that has the right', () => {
    expect(authorise('saveActivity', 'o', memberships).acting().unitId).toBe('office');
    expect(authorise('saveActivity', 'o', memberships.slice(1)).acting().unitId).toBe('first');
    expect(authorise('acceptRecord', 'o', [...memberships].reverse()).acting().unitId).toBe('office');
  });

  test('acts under the unit that was named, and under no other', () => {
    const caller = authorise('saveActivity', 'o', memberships, 'second');
    expect(caller.acting().unitId).toBe('second');
    expect(caller.eligible.map(({ unitId }) => unitId)).toEqual(['second']);
    expect(caller.memberships).toEqual(memberships);
  });

  test('is refused under a named unit that has not the right, though another has', () => {
    expect(codeOf(() => authorise('acceptRecord', 'o', memberships, 'second'))).toBe('FORBIDDEN');
    expect(codeOf(() => authorise('saveActivity', 'o', memberships, 'elsewhere'))).toBe('FORBIDDEN');
  });

  test('reaches a record by the membership that does, not by the first', () => {
    const caller = authorise('acceptRecord', 'o', [shenzhenStaff, cityStaff]);
    const record = { unitId: 'first', unitCity: '广州' as const };
    expect(caller.acting().unitId).toBe('office-sz');
    expect(caller.actingOn(record).unitId).toBe('office');
    expect(
      codeOf(() => {
        caller.require(record);
      }),
    ).toBe('nothing was refused');
    expect(mayDo('acceptRecord', [shenzhenStaff], record)).toBe(false);
  });

  test('does not reach by another unit what the named one does not reach', () => {
    const caller = authorise('acceptRecord', 'o', [shenzhenStaff, cityStaff], 'office-sz');
    const record = { unitId: 'first', unitCity: '广州' as const };
    expect(
      codeOf(() => {
        caller.require(record);
      }),
    ).toBe('FORBIDDEN');
    expect(codeOf(() => caller.actingOn(record))).toBe('FORBIDDEN');
  });
});

test('nobody’s member is told so, and is refused nothing that is open to anyone', () => {
  expect(codeOf(() => authorise('saveActivity', 'o', []))).toBe('NO_MEMBERSHIP');
  const caller = authorise('openHome', 'o', [], 'elsewhere');
  expect(
    codeOf(() => {
      caller.require({ unitId: 'first', unitCity: '广州' });
    }),
  ).toBe('nothing was refused');
  expect(() => caller.acting()).toThrow('openHome is open to anyone');
});
