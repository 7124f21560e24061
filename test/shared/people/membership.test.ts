import { isToConfirm, membershipKey, standingOf, type MemberState } from '#shared/people/membership';
import type { Unit } from '#shared/people/unit';

type Standing = Pick<Unit, 'state' | 'opening'>;

const open: Standing = { state: 'active', opening: 2 };
const closed: Standing = { state: 'closed', opening: 2 };

test.each<[string, MemberState, number, Standing, MemberState]>([
  ['a member of this opening is one', 'active', 2, open, 'active'],
  ['who is suspended stays suspended', 'suspended', 2, open, 'suspended'],
  ['who left has left', 'left', 2, open, 'left'],
  ['who handed over has handed over', 'handed-over', 2, open, 'handed-over'],
  ['a unit that is closed has no members', 'active', 2, closed, 'left'],
  ['nor suspended ones', 'suspended', 2, closed, 'left'],
  ['a unit opened again does not take back who was in it before', 'active', 1, open, 'left'],
  ['nor keep them suspended', 'suspended', 1, open, 'left'],
  ['who handed over has done so whatever became of the unit', 'handed-over', 1, closed, 'handed-over'],
])('%s', (_sentence, state, opening, unit, expected) => {
  expect(standingOf({ state, opening }, unit)).toBe(expected);
});

test('a person has a membership of their own for each unit and each role in it', () => {
  const of = { openid: 'o-1', unitId: 'u-1', role: 'organiser' } as const;
  const keys = [of, { ...of, openid: 'o-2' }, { ...of, unitId: 'u-2' }, { ...of, role: 'city' as const }];
  expect(new Set(keys.map(membershipKey)).size).toBe(keys.length);
  expect(membershipKey({ ...of })).toBe(membershipKey(of));
});

test.each([
  ['an organiser who was there before', 'organiser', 'active', 9, true],
  ['city staff who were there before', 'city', 'active', 9, true],
  ['an editor who was there before', 'editor', 'active', 9, true],
  ['the bureau, which confirms the others', 'bureau', 'active', 9, false],
  ['who joined, or was confirmed, at the moment it was set up', 'organiser', 'active', 10, false],
  ['who joined or was confirmed since', 'organiser', 'active', 11, false],
  ['who is suspended already', 'organiser', 'suspended', 9, false],
  ['who sleeps already', 'organiser', 'unconfirmed', 9, false],
] as const)(
  'an edition set up at 10 asks to confirm %s: as %s, %s, since %i: %s',
  (_who, role, state, confirmedAt, isAsked) => {
    expect(isToConfirm({ role, state, confirmedAt }, { createdAt: 10 })).toBe(isAsked);
  },
);
