import type { Jurisdiction } from '../ground/region';
import type { Membership } from '../people/membership';
import { rowOf, type ActionName } from './actions';
import type { Scope } from './right';

/** Whom a record belongs to, as far as rights care. */
export interface Belonging {
  unitId: string;
  unitCity: Jurisdiction;
}

function reaches(scope: Scope | undefined, membership: Membership, record: Belonging): boolean {
  if (scope === 'everything') return true;
  if (scope === 'own-city') return membership.city === record.unitCity;
  return scope === 'own-unit' && membership.unitId === record.unitId;
}

/** Whether an action is open to anyone, member or not. */
export function isForAnyone(action: ActionName): boolean {
  return rowOf(action).right === 'anyone';
}

/** The memberships that let a person do an action somewhere; none for an action that is open to anyone. */
export function membershipsFor<Held extends Membership>(
  action: ActionName,
  memberships: readonly Held[],
): Held[] {
  const { right } = rowOf(action);
  if (right === 'anyone') return [];
  return memberships.filter((membership) => right[membership.role] !== undefined);
}

/** Whether a membership lets a person do an action to a record. */
export function mayDo(action: ActionName, memberships: readonly Membership[], record: Belonging): boolean {
  const { right } = rowOf(action);
  if (right === 'anyone') return true;
  return memberships.some((membership) => reaches(right[membership.role], membership, record));
}
