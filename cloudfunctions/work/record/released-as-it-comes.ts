import { releasesItself } from '#shared/people/unit';
import type { Author, RecordEnvelope } from '#shared/record/record';
import type { Transaction } from '../../platform/database';
import { findUnit } from '../../store/unit/units';

/**
 * The release of a record as it is handed in: kept as it is where there is one; at once for a department's and a trusted unit's
 * (免审发布), and for what a reviewer enters for a unit, who has looked at it; none for any other, which waits for a person.
 */
export async function releasedAsItComes(
  transaction: Transaction,
  { release, unitId }: Pick<RecordEnvelope, 'release' | 'unitId'>,
  { by, now }: { by: Author; now: number },
): Promise<RecordEnvelope['release']> {
  if (release !== null) return release;
  if (by.unitId !== unitId) return { at: now, by };
  return releasesItself(await findUnit(transaction, unitId)) ? { at: now, by: null } : null;
}
