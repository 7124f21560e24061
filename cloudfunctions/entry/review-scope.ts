import type { SummaryScope } from '#shared/contract/open-summary';
import type { City } from '#shared/record/region';
import type { Caller } from './caller';

/** What the caller reviews and sums up: the province for the bureau's staff, their own city for a city's. */
export function reviewScopeOf(caller: Caller): SummaryScope {
  const { role, city } = caller.acting();
  return role === 'bureau' ? { kind: 'province' } : { kind: 'city', city };
}

/** The city a scope is limited to; null when it is the whole province. */
export function cityOf(scope: SummaryScope): City | null {
  return scope.kind === 'city' ? scope.city : null;
}
