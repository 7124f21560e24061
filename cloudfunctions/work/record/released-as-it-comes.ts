import { releasesItself } from '#shared/people/unit';
import type { RecordEnvelope } from '#shared/record/record';
import type { Transaction } from '../../platform/database';
import { findUnit } from '../../store/unit/units';

/**
 * The release of a record that its unit hands in (免审发布): kept as it is where there is one; at once for a department's and a trusted
 * unit's; none for any other, which waits for a person.
 */
export async function releasedAsItComes(
  transaction: Transaction,
  { release, unitId }: Pick<RecordEnvelope, 'release' | 'unitId'>,
  now: number,
): Promise<RecordEnvelope['release']> {
  if (release !== null) return release;
  return releasesItself(await findUnit(transaction, unitId)) ? { at: now, by: null } : null;
}
