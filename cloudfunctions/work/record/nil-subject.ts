import { refuse } from '#shared/refusal/errors';
import type { NilScope } from '#shared/record/nil-report';
import type { Caller } from '../../entry/caller';

/** Whose nil report the caller states: the own unit's, or for city staff the own city's. FORBIDDEN for anyone else's. */
export function nilSubjectOf(
  caller: Caller,
  scope: NilScope,
): { subject: string; owner: { unitId: string } | { unitCity: string } } {
  const { unitId, city, role } = caller.acting();
  if (scope === 'unit') return { subject: unitId, owner: { unitId } };
  if (role !== 'city') throw refuse('FORBIDDEN', {});
  return { subject: city, owner: { unitCity: city } };
}
