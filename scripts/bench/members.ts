import type { Role } from '#shared/people/membership';
import { acceptInvitation } from '#shared/contract/people/accept-invitation';
import { inviteMember } from '#shared/contract/people/invite-member';
import { saveUnit } from '#shared/contract/unit/save-unit';
import type { City } from '#shared/ground/region';
import type { UnitFields } from '#shared/people/unit';
import { units } from '../../local/demo/units';
import type { BenchCloud } from './bench-cloud';
import { next } from './drafts';

/** One of a city's units, by its place among them. */
export function unitOf(city: City, index: number): string {
  const unit = units.filter((each) => each.city === city)[index];
  if (unit === undefined) throw new Error(`The demo has no unit ${index} of ${city}`);
  return unit.id;
}

/** Each time another of the demo's units, so that none has more members than a unit has. */
export function anyUnit(): string {
  const unit = units[1 + (next('unit') % (units.length - 1))];
  if (unit === undefined) throw new Error('The demo has no units');
  return unit.id;
}

/** What a new unit is, with a name of its own. */
export function unitFields(): UnitFields {
  return { name: `新增平台${next('unit name')}`, kind: '示范平台', city: '广州', parentId: null };
}

/** A new unit without members. */
export async function newUnit(cloud: BenchCloud): Promise<{ id: string; revision: number }> {
  return (await cloud.get('bureau', saveUnit, { change: null, unit: unitFields() })).unit;
}

/** Forgets how often invitations were tried and made: nobody makes as many in an hour as the benchmark. */
export async function forgiveTries(cloud: BenchCloud): Promise<void> {
  const tries = await cloud.kept('rate-limits');
  await cloud.put(
    'rate-limits',
    tries.map((each) => ({ ...each, count: 0 })),
  );
}

/** The code of a new invitation into a unit. */
export async function invitation(cloud: BenchCloud, unitId: string, role: Role = 'organiser') {
  await forgiveTries(cloud);
  return cloud.get('bureau', inviteMember, { unitId, role });
}

/** Somebody who joined a unit by an invitation: who, and the membership. */
export async function member(
  cloud: BenchCloud,
  unitId: string,
  role: Role = 'organiser',
): Promise<{ person: string; membershipId: string }> {
  const person = await cloud.newPerson();
  const { code } = await invitation(cloud, unitId, role);
  const { membership } = await cloud.get(person, acceptInvitation, { code, alias: '小李' });
  return { person, membershipId: membership.id };
}
