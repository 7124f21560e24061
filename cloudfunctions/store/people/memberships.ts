import {
  membershipKey,
  standingOf,
  type HeldMembership,
  type KeptMembership,
  type Membership,
  type Role,
} from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import type { Unit } from '#shared/people/unit';
import type { Database, Finder, Reader, Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { indexOn, type Collection } from '../collection';
import { guardOf, readGuard, type Guard } from '../guards';
import { findUnit, findUnitIfAny } from '../unit/units';

export const memberships: Collection = {
  name: 'memberships',
  indexes: [
    indexOn('openid', 'state'),
    indexOn('unitId', 'state', 'joinedAt'),
    indexOn('role', 'state', 'confirmedAt'),
  ],
};

/** One person rarely belongs to more than two units. */
const mostMemberships = 50;

/** The platform's most in one read. */
const mostRead = 1000;

const present = { oneOf: ['active', 'suspended', 'unconfirmed'] } as const;
const known = { oneOf: ['active', 'unconfirmed'] } as const;

/** A membership, in the state that its unit leaves it, with the unit as it is now: its name and city are kept nowhere else. */
export interface Member {
  membership: KeptMembership;
  unit: Unit;
}

async function withUnit(finder: Finder, kept: KeptMembership): Promise<Member | null> {
  const unit = await findUnitIfAny(finder, kept.unitId);
  return unit === null ? null : { unit, membership: { ...kept, state: standingOf(kept, unit) } };
}

function toMembership({ membership: { id, unitId, role }, unit }: Member): HeldMembership {
  return { id, unitId, unitName: unit.name, city: unit.city, role };
}

async function membersOfPerson(
  reader: Reader,
  openid: string,
  state: 'active' | typeof known | typeof present,
): Promise<Member[]> {
  const kept = await reader.list<KeptMembership>(memberships.name, {
    where: { openid, state },
    limit: mostMemberships,
  });
  // The database promises no order: the earliest first, as people remember them.
  kept.sort((one, other) => one.joinedAt - other.joinedAt || (one.id < other.id ? -1 : 1));
  const members = await Promise.all(kept.map((each) => withUnit(reader, each)));
  return members.filter((member) => member !== null);
}

/** What a person is, in which units, and what would be his once it is confirmed. */
export interface HeldMemberships {
  active: HeldMembership[];
  asleep: HeldMembership[];
}

/** A person's memberships; none for the public, for who has left, and for who is suspended. */
export async function membershipsOf(reader: Reader, openid: string): Promise<HeldMemberships> {
  const members = await membersOfPerson(reader, openid, known);
  const inState = (state: KeptMembership['state']) =>
    members.filter(({ membership }) => membership.state === state).map(toMembership);
  return { active: inState('active'), asleep: inState('unconfirmed') };
}

/** The ids of a person's active memberships, to be looked at again in a transaction by `activeMembership`. */
export async function membershipIdsOf(reader: Reader, openid: string): Promise<string[]> {
  const members = await membersOfPerson(reader, openid, 'active');
  return members.map(({ membership }) => membership.id);
}

/** A membership that gives its rights now; null when it gives none. */
export async function activeMembership(finder: Finder, id: string): Promise<Membership | null> {
  const kept = await finder.find<KeptMembership>(memberships.name, id);
  const member = kept === null ? null : await withUnit(finder, kept);
  return member?.membership.state === 'active' ? toMembership(member) : null;
}

/** A membership with what is shown of its unit. */
export function shownMembership({ membership, unit }: Member): KeptMembership & Membership {
  return { ...membership, unitName: unit.name, city: unit.city };
}

/** A person's memberships that have not ended: active and suspended ones. */
export async function presentMembershipsOf(reader: Reader, openid: string): Promise<Member[]> {
  const members = await membersOfPerson(reader, openid, present);
  return members.filter(({ membership }) => membership.state !== 'left');
}

/** One membership with its unit, whatever became of it. NOT_FOUND when there is none of that id. */
export async function findMember(finder: Finder, id: string): Promise<Member> {
  const kept = await finder.find<KeptMembership>(memberships.name, id);
  const found = kept === null ? null : await withUnit(finder, kept);
  if (found === null) throw refuse('NOT_FOUND', { what: 'membership' });
  return found;
}

/** A person's own active membership. NOT_FOUND when it is not theirs or not active. */
export async function findOwnMember(finder: Finder, id: string, openid: string): Promise<Member> {
  const found = await findMember(finder, id);
  const { membership } = found;
  if (membership.openid !== openid || membership.state !== 'active')
    throw refuse('NOT_FOUND', { what: 'membership' });
  return found;
}

async function listOfUnit(
  reader: Reader,
  unit: Unit,
  state: 'active' | typeof present,
): Promise<KeptMembership[]> {
  const kept = await reader.list<KeptMembership>(memberships.name, {
    where: { unitId: unit.id, state },
    orderBy: ['joinedAt', 'asc'],
    limit: mostRead,
  });
  return kept.filter((each) => standingOf(each, unit) === each.state);
}

/** Active members of a role whom nobody has confirmed after an instant, the longest ago first. */
export function confirmedUpTo(
  reader: Reader,
  { role, upTo, size }: { role: Role; upTo: number; size: number },
): Promise<KeptMembership[]> {
  return reader.list<KeptMembership>(memberships.name, {
    where: { role, state: 'active', confirmedAt: { atMost: upTo } },
    orderBy: ['confirmedAt', 'asc'],
    limit: size,
  });
}

/** The members of a unit that wait to be confirmed, the earliest first. */
export function unconfirmedOf(reader: Reader, unitId: string): Promise<KeptMembership[]> {
  return reader.list<KeptMembership>(memberships.name, {
    where: { unitId, state: 'unconfirmed' },
    orderBy: ['joinedAt', 'asc'],
    limit: mostRead,
  });
}

/** A unit's members, active, suspended and to be confirmed, the earliest first. */
export function membersOfUnit(reader: Reader, unit: Unit): Promise<KeptMembership[]> {
  return listOfUnit(reader, unit, present);
}

/** A unit's active members. */
export async function activeMembersOf(reader: Reader, unitId: string): Promise<KeptMembership[]> {
  return listOfUnit(reader, await findUnit(reader, unitId), 'active');
}

/** A unit's members as they are decided from: with the guard that every joining moves. */
export interface UnitMembers {
  guard: Guard;
  members: readonly KeptMembership[];
}

/** Gathers a unit's members before a transaction that decides from them. */
export async function gatherMembers(database: Database, unit: Unit): Promise<UnitMembers> {
  const guard = await readGuard(database, guardOf.unitMembers(unit.id));
  return { guard, members: await membersOfUnit(database, unit) };
}

/** The members of a unit that the same transaction makes: none. */
export async function noMembers(transaction: Transaction, unit: Unit): Promise<UnitMembers> {
  return { guard: await readGuard(transaction, guardOf.unitMembers(unit.id)), members: [] };
}

/** Keeps a membership, new or changed. */
export async function keepMembership(transaction: Transaction, membership: KeptMembership): Promise<void> {
  await transaction.replace(memberships.name, membership);
}

/** The one membership that a person can have of a role in a unit. */
export function membershipId(openid: string, unitId: string, role: Role): string {
  return idFrom(membershipKey({ openid, unitId, role }));
}

/** The bureau's active staff as they are decided from: with the guard that every leaving moves. */
export interface BureauStaff {
  guard: Guard;
  staff: readonly Pick<KeptMembership, 'id' | 'unitId'>[];
}

/** Gathers the bureau's active staff before a transaction in which some of them may leave. */
export async function gatherBureauStaff(database: Database): Promise<BureauStaff> {
  const guard = await readGuard(database, guardOf.bureauMembers());
  const kept = await database.list<KeptMembership>(memberships.name, {
    where: { role: 'bureau', state: 'active' },
    limit: mostRead,
  });
  const members = await Promise.all(kept.map((each) => withUnit(database, each)));
  const staff = members.flatMap((member) =>
    member?.membership.state === 'active' ? [member.membership] : [],
  );
  return { guard, staff };
}
