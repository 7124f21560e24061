import { city, provincial, type Jurisdiction } from '../ground/region';
import { z } from '../zod';

/** What a summary is about (汇总范围): one unit, one city, the units of the province itself (省直), or the whole province. */
export const summaryScope = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('unit'), unitId: z.string().regex(/^[0-9a-zA-Z-]{1,64}$/) }),
  z.strictObject({ kind: z.literal('city'), city }),
  z.strictObject({ kind: z.literal('provincial') }),
  z.strictObject({ kind: z.literal('province') }),
]);
export type SummaryScope = z.infer<typeof summaryScope>;

/** Which records a scope takes in: those of a unit, those of a jurisdiction, or all. */
export interface ScopeBounds {
  unitId?: string;
  unitCity?: Jurisdiction;
}

/** The bounds of a scope, as conditions on records. */
export function boundsOf(scope: SummaryScope): ScopeBounds {
  switch (scope.kind) {
    case 'unit':
      return { unitId: scope.unitId };
    case 'city':
      return { unitCity: scope.city };
    case 'provincial':
      return { unitCity: provincial };
    case 'province':
      return {};
  }
}

/** Whether a unit's record belongs to a scope. */
export function isWithin(scope: SummaryScope, record: { unitId: string; unitCity: Jurisdiction }): boolean {
  const { unitId = record.unitId, unitCity = record.unitCity } = boundsOf(scope);
  return unitId === record.unitId && unitCity === record.unitCity;
}

/** What versions of a summary count within: `province`, a city's name, 省直, or a unit's own key. */
export function scopeKeyOf(scope: SummaryScope): string {
  switch (scope.kind) {
    case 'unit':
      return `unit-${scope.unitId}`;
    case 'city':
      return scope.city;
    case 'provincial':
      return provincial;
    case 'province':
      return 'province';
  }
}
