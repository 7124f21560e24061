import type { Jurisdiction } from '../ground/region';
import { isAuthority, type UnitKind } from './unit';
import type { Membership, Role } from './membership';

/** Whether a role exists in units of a kind: staff of a city or of the bureau belong to an authority, organisers and editors to any unit. */
export function roleFitsKind(role: Role, kind: UnitKind): boolean {
  if (role === 'city') return kind === '市级主管部门';
  if (role === 'bureau') return kind === '省级主管部门';
  return true;
}

/**
 * Whether a member decides who has a role in a unit (成员管理): invites, revokes, and as a reviewer approves and suspends.
 * An organiser for the own unit and role; city staff for organisers of the city's units and for the own unit's staff; the
 * bureau for all, and alone for the column's editors.
 */
export function mayAdmit(member: Membership, unit: { id: string; city: Jurisdiction }, role: Role): boolean {
  switch (member.role) {
    case 'bureau':
      return true;
    case 'city':
      return (
        member.city === unit.city && (role === 'organiser' || (role === 'city' && member.unitId === unit.id))
      );
    case 'organiser':
      return role === 'organiser' && member.unitId === unit.id;
    case 'editor':
      return false;
  }
}

/**
 * Whether a member keeps a unit in the list of units (单位管理): the bureau all of them, city staff those of their city but no
 * authority, whose members review others.
 */
export function mayKeepUnit(member: Membership, unit: { city: Jurisdiction; kind: UnitKind }): boolean {
  if (member.role === 'bureau') return true;
  return member.role === 'city' && member.city === unit.city && !isAuthority(unit.kind);
}
