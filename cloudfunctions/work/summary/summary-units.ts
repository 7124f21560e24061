import type { Unit } from '#shared/people/unit';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import type { Reader } from '../../platform/database';
import { findUnit, unitsById } from '../../store/unit/units';

/** The units of a scope after an id, closed ones too: what they reported while they were in use counts. */
export async function unitsOfScope(
  reader: Reader,
  scope: SummaryScope,
  after: string | null,
  size: number,
): Promise<Unit[]> {
  const { unitId, unitCity = null } = boundsOf(scope);
  if (unitId !== undefined) return after === null ? [await findUnit(reader, unitId)] : [];
  return unitsById(reader, { city: unitCity, after, size });
}
