import type { Role } from '#shared/people/membership';
import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { inviteMember } from '#shared/contract/people/invite-member';
import { addPerson, get, type PersonId } from './running-cloud';

const newcomers = { count: 0 };

/** Somebody who is nobody's member yet. */
export async function newcomer(): Promise<PersonId> {
  newcomers.count += 1;
  const id = `newcomer-${newcomers.count}`;
  await addPerson(id, null);
  return id;
}

/** Has somebody join a unit by an invitation: the membership. */
export async function join(person: PersonId, inviter: PersonId, unitId: string, role: Role) {
  const { code } = await get(inviter, inviteMember, { unitId, role });
  return (await get(person, acceptInvitation, { code, alias: '小李' })).membership;
}

/** Somebody who joined by an invitation: who, and the membership. */
export async function joined(inviter: PersonId, unitId: string, role: Role) {
  const person = await newcomer();
  return { person, membership: await join(person, inviter, unitId, role) };
}
