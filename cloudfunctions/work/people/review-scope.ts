import { wrongField } from '#shared/refusal/errors';
import type { City } from '#shared/ground/region';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import type { Edition } from '#shared/week/edition';
import type { Finder } from '../../platform/database';
import { findUnit } from '../../store/unit/units';
import type { Caller } from '../../entry/caller';

/** What the caller reviews: their own city for a city's staff, the province for the bureau's, and for the column's editors. */
export function reviewScopeOf(caller: Caller): Extract<SummaryScope, { kind: 'city' | 'province' }> {
  const { role, city } = caller.acting();
  return role === 'city' ? { kind: 'city', city } : { kind: 'province' };
}

/** The city a scope is limited to; null when it is the whole province. */
export function cityOf(scope: ReturnType<typeof reviewScopeOf>): City | null {
  return scope.kind === 'city' ? scope.city : null;
}

/** A scope with the name it is printed under. */
export interface NamedScope {
  scope: SummaryScope;
  scopeName: string;
}

async function named(reader: Finder, scope: SummaryScope): Promise<NamedScope> {
  switch (scope.kind) {
    case 'unit':
      return { scope, scopeName: (await findUnit(reader, scope.unitId)).name };
    case 'city':
      return { scope, scopeName: `${scope.city}市` };
    case 'provincial':
      return { scope, scopeName: '省直单位' };
    case 'province':
      return { scope, scopeName: '广东省' };
  }
}

/** Refuses with FORBIDDEN unless the caller's right reaches all of a scope. */
export async function requireScope(caller: Caller, reader: Finder, scope: SummaryScope): Promise<void> {
  const { unitId = '', unitCity = '' } = boundsOf(scope);
  const isUnit = scope.kind === 'unit';
  caller.require({ unitId, unitCity: isUnit ? (await findUnit(reader, unitId)).city : unitCity });
}

/** The scope a caller asks for, or their own when they name none; FORBIDDEN when it is not theirs. */
export async function summaryScopeFor(
  caller: Caller,
  reader: Finder,
  asked: SummaryScope | null,
  { cities }: Pick<Edition, 'cities'>,
): Promise<NamedScope> {
  if (asked === null) {
    const { role, unitId } = caller.acting();
    return named(reader, role === 'organiser' ? { kind: 'unit', unitId } : reviewScopeOf(caller));
  }
  await requireScope(caller, reader, asked);
  if (asked.kind === 'city' && !cities.includes(asked.city)) {
    throw wrongField('scope.city', 'not-a-choice');
  }
  return named(reader, asked);
}
