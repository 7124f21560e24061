import type { KeptMembership, Membership, Role } from '#shared/access/membership';
import { refuse } from '#shared/contract/errors';
import type { Unit } from '#shared/record/unit';
import type { Reader, Transaction } from '../platform/database';
import { idFrom } from '../platform/digest';
import { indexOn, type Collection } from './collection';
import { oneAtATime } from './deployment';
import { replaceUnit } from './units';

export const memberships: Collection = {
  name: 'memberships',
  indexes: [indexOn('openid', 'state'), indexOn('unitId', 'state', 'joinedAt'), indexOn('role', 'state')],
};

/** One person rarely belongs to more than two units. */
const mostMemberships = 50;
/** As many as a unit may have, so that a change of its name is one transaction. */
const mostMembers = 200;

const present = { oneOf: ['active', 'suspended'] } as const;

async function keptOf(
  reader: Reader,
  openid: string,
  state: 'active' | typeof present,
): Promise<KeptMembership[]> {
  const kept = await reader.list<KeptMembership>(memberships.name, {
    where: { openid, state },
    limit: mostMemberships,
  });
  // In an order of our own: the database promises none, and the first that has a right is the one that acts.
  return kept.sort((one, other) => (one.id < other.id ? -1 : 1));
}

/** What a person is, in which units; none for the public, for who has left, and for who is suspended. */
export async function membershipsOf(reader: Reader, openid: string): Promise<Membership[]> {
  const kept = await keptOf(reader, openid, 'active');
  return kept.map(({ unitId, unitName, city, role }) => ({ unitId, unitName, city, role }));
}

/** A person's memberships that have not ended: active and suspended ones. */
export function presentMembershipsOf(reader: Reader, openid: string): Promise<KeptMembership[]> {
  return keptOf(reader, openid, present);
}

/** One membership, whatever became of it. NOT_FOUND when there is none of that id. */
export async function findMembership(reader: Reader, id: string): Promise<KeptMembership> {
  const found = await reader.find<KeptMembership>(memberships.name, id);
  if (found === null) throw refuse('NOT_FOUND', { what: 'membership' });
  return found;
}

/** A person's own active membership. NOT_FOUND when it is not theirs or not active. */
export async function findOwnMembership(reader: Reader, id: string, openid: string): Promise<KeptMembership> {
  const found = await findMembership(reader, id);
  if (found.openid !== openid || found.state !== 'active') throw refuse('NOT_FOUND', { what: 'membership' });
  return found;
}

/** A unit's members, active and suspended, the earliest first. */
export async function membersOfUnit(reader: Reader, unitId: string): Promise<KeptMembership[]> {
  const kept = await reader.list<KeptMembership>(memberships.name, {
    where: { unitId, state: present },
    orderBy: ['joinedAt', 'asc'],
    limit: 1000,
  });
  return kept;
}

/** A unit's active members. */
export function activeMembersOf(reader: Reader, unitId: string): Promise<KeptMembership[]> {
  return reader.list<KeptMembership>(memberships.name, {
    where: { unitId, state: 'active' },
    orderBy: ['joinedAt', 'asc'],
    limit: 1000,
  });
}

async function replace(transaction: Transaction, membership: KeptMembership): Promise<void> {
  await transaction.replace(memberships.name, membership);
}

/** Who joins a unit, as what, and how. */
export interface Joining {
  openid: string;
  role: Role;
  alias: string;
  how: KeptMembership['how'];
  now: number;
}

/** Refuses with FROZEN who is in the unit already, or is suspended there. */
export function requireNewcomer(unitId: string, role: Role, present: readonly KeptMembership[]): void {
  const here = present.filter((each) => each.unitId === unitId);
  if (here.some(({ state }) => state === 'suspended')) throw refuse('FROZEN', { state: 'suspended' });
  if (here.some((each) => each.role === role)) throw refuse('FROZEN', { state: 'already-member' });
}

/**
 * Makes a person a member of a unit. FROZEN for a unit that is closed or full, and for who is in already or suspended there.
 * The unit is written too: who joins while it is renamed or closed begins again and sees it as it is.
 */
export async function joinUnit(
  transaction: Transaction,
  unit: Unit,
  { openid, role, alias, how, now }: Joining,
): Promise<KeptMembership> {
  if (unit.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
  requireNewcomer(unit.id, role, await presentMembershipsOf(transaction, openid));
  if ((await membersOfUnit(transaction, unit.id)).length >= mostMembers)
    throw refuse('FROZEN', { state: 'unit-full' });
  const joined: KeptMembership = {
    id: idFrom(`membership ${openid} ${unit.id} ${role}`),
    openid,
    unitId: unit.id,
    unitName: unit.name,
    city: unit.city,
    role,
    alias,
    state: 'active',
    joinedAt: now,
    how,
    endedAt: null,
  };
  await replace(transaction, joined);
  await replaceUnit(transaction, { ...unit, membersChangedAt: now });
  return joined;
}

/** Refuses with FROZEN when nobody else of the bureau's staff would be left. */
async function requireAnother(transaction: Transaction, leaving: KeptMembership, now: number): Promise<void> {
  if (leaving.role !== 'bureau' || leaving.state !== 'active') return;
  await oneAtATime(transaction, now);
  const others = await transaction.list<KeptMembership>(memberships.name, {
    where: { role: 'bureau', state: 'active' },
    limit: 2,
  });
  if (!others.some(({ id }) => id !== leaving.id)) throw refuse('FROZEN', { state: 'last-bureau-member' });
}

/** Takes an active member's rights away. FROZEN for the last of the bureau's staff. */
export async function endMembership(
  transaction: Transaction,
  membership: KeptMembership,
  { state, now }: { state: 'left' | 'suspended'; now: number },
): Promise<KeptMembership> {
  await requireAnother(transaction, membership, now);
  const ended: KeptMembership = { ...membership, state, endedAt: now };
  await replace(transaction, ended);
  return ended;
}

/** Ends a membership for the one that took its place. */
export async function endHandedOver(
  transaction: Transaction,
  membership: KeptMembership,
  now: number,
): Promise<void> {
  await replace(transaction, { ...membership, state: 'handed-over', endedAt: now });
}

/** Gives a suspended member the rights back. */
export async function resumeMembership(
  transaction: Transaction,
  membership: KeptMembership,
): Promise<KeptMembership> {
  const resumed: KeptMembership = { ...membership, state: 'active', endedAt: null };
  await replace(transaction, resumed);
  return resumed;
}

/** Has a unit's members carry its name and city as they are now. */
export async function carryUnit(transaction: Transaction, unit: Unit): Promise<void> {
  for (const each of await membersOfUnit(transaction, unit.id)) {
    await replace(transaction, { ...each, unitName: unit.name, city: unit.city });
  }
}

/** Has every member of a unit leave. FROZEN when that would be the last of the bureau's staff. */
export async function dismissMembers(transaction: Transaction, unit: Unit, now: number): Promise<void> {
  for (const each of await membersOfUnit(transaction, unit.id)) {
    await endMembership(transaction, each, { state: 'left', now });
  }
}
