import type { Membership } from '#shared/access/membership';
import type { Reader } from '../platform/database';
import { indexOn, type Collection } from './collection';

type KeptMembership = Membership & { id: string; openid: string };

export const memberships: Collection = {
  name: 'memberships',
  indexes: [indexOn('openid'), indexOn('unitId')],
};

/** One person rarely belongs to more than two units. */
const mostMemberships = 50;

/** What a person is, in which units; none for the public. */
export async function membershipsOf(reader: Reader, openid: string): Promise<Membership[]> {
  const kept = await reader.list<KeptMembership>(memberships.name, {
    where: { openid },
    limit: mostMemberships,
  });
  // In an order of our own: the database promises none, and the first that has a right is the one that acts.
  return kept
    .sort((one, other) => (one.id < other.id ? -1 : 1))
    .map(({ unitId, unitName, city, role }) => ({ unitId, unitName, city, role }));
}

/** The members of a unit. */
export function membersOf(reader: Reader, unitId: string): Promise<KeptMembership[]> {
  return reader.list<KeptMembership>(memberships.name, { where: { unitId }, limit: mostMemberships });
}
