import { role as roles, standingOf, type KeptMembership, type Role } from '#shared/people/membership';
import type { Unit } from '#shared/people/unit';
import { refuse } from '#shared/refusal/errors';
import type { Transaction } from '../../platform/database';
import { holdGuard } from '../../store/guards';
import {
  keepMembership,
  membershipId,
  memberships,
  type Member,
  type UnitMembers,
} from '../../store/people/memberships';

/** More than any unit needs, and few enough to be listed whole. */
const mostMembers = 200;

/** Who joins a unit, as what, and how. */
export interface Joining {
  openid: string;
  role: Role;
  alias: string;
  how: KeptMembership['how'];
  now: number;
}

/** Refuses with FROZEN who is in the unit already as this, or is suspended there. */
export async function requireNewcomer(
  transaction: Transaction,
  unit: Unit,
  { openid, role }: Pick<Joining, 'openid' | 'role'>,
): Promise<void> {
  for (const each of roles.options) {
    const kept = await transaction.find<KeptMembership>(
      memberships.name,
      membershipId(openid, unit.id, each),
    );
    const state = kept === null ? 'left' : standingOf(kept, unit);
    if (state === 'suspended') throw refuse('FROZEN', { state: 'suspended' });
    if (state === 'active' && each === role) throw refuse('FROZEN', { state: 'already-member' });
  }
}

/**
 * Makes a person a member of a unit. FROZEN for a unit that is closed or full, and for who is in already or suspended there.
 * The unit's guard is moved: who joins while the unit's kind is changed begins again, and one place too few goes to one person.
 */
export async function joinUnit(
  transaction: Transaction,
  unit: Unit,
  { openid, role, alias, how, now }: Joining,
  { guard, members }: UnitMembers,
): Promise<Member> {
  if (unit.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
  await requireNewcomer(transaction, unit, { openid, role });
  if (members.length >= mostMembers) throw refuse('FROZEN', { state: 'unit-full' });
  await holdGuard(transaction, guard);
  const joined: KeptMembership = {
    id: membershipId(openid, unit.id, role),
    openid,
    unitId: unit.id,
    role,
    alias,
    state: 'active',
    joinedAt: now,
    confirmedAt: now,
    opening: unit.opening,
    how,
    endedAt: null,
  };
  await keepMembership(transaction, joined);
  return { membership: joined, unit };
}
