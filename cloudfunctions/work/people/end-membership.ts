import type { KeptMembership } from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import type { Transaction } from '../../platform/database';
import { holdGuard } from '../../store/guards';
import { keepMembership, type BureauStaff } from '../../store/people/memberships';

/** Refuses with FROZEN when nobody of the bureau's staff would be left. */
export async function requireStaffBut(
  transaction: Transaction,
  { guard, staff }: BureauStaff,
  leaves: (member: Pick<KeptMembership, 'id' | 'unitId'>) => boolean,
): Promise<void> {
  if (staff.every(leaves)) throw refuse('FROZEN', { state: 'last-bureau-member' });
  await holdGuard(transaction, guard);
}

/** Takes an active member's rights away. FROZEN for the last of the bureau's staff. */
export async function endMembership(
  transaction: Transaction,
  membership: KeptMembership,
  { state, now }: { state: 'left' | 'suspended'; now: number },
  bureau: BureauStaff,
): Promise<KeptMembership> {
  if (membership.role === 'bureau')
    await requireStaffBut(transaction, bureau, ({ id }) => id === membership.id);
  const ended: KeptMembership = { ...membership, state, endedAt: now };
  await keepMembership(transaction, ended);
  return ended;
}

/** Ends a membership for the one that took its place. */
export async function endHandedOver(
  transaction: Transaction,
  membership: KeptMembership,
  now: number,
): Promise<void> {
  await keepMembership(transaction, { ...membership, state: 'handed-over', endedAt: now });
}

/** Gives a suspended member, or one that waits to be confirmed, the rights back. */
export async function resumeMembership(
  transaction: Transaction,
  membership: KeptMembership,
  now: number,
): Promise<KeptMembership> {
  const resumed: KeptMembership = { ...membership, state: 'active', confirmedAt: now, endedAt: null };
  await keepMembership(transaction, resumed);
  return resumed;
}
