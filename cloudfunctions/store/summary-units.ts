import type { RecordEnvelope } from '#shared/record/record';
import type { Unit } from '#shared/record/unit';
import { boundsOf, type SummaryScope } from '#shared/summary/summary-scope';
import type { Reader } from '../platform/database';
import { activities } from './activities';
import { policies } from './policies';
import { recordsById } from './summary-reading';
import { findUnit, unitsById } from './units';

/** The units of a scope after an id. */
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

/** The first record nearly always answers; one that was taken back does not. */
const recordsAtOnce = 5;

async function hasRecords(reader: Reader, editionId: string, unitId: string): Promise<boolean> {
  for (const { name } of [activities, policies]) {
    let after: string | null = null;
    do {
      const query = { editionId, bounds: { unitId }, after, size: recordsAtOnce };
      const some: RecordEnvelope[] = await recordsById<RecordEnvelope>(reader, name, query);
      if (some.some(({ state }) => state !== 'withdrawn')) return true;
      after = some.length < recordsAtOnce ? null : (some.at(-1)?.id ?? null);
    } while (after !== null);
  }
  return false;
}

/** Of some units, those of which no record came that was not taken back. */
export async function unitsWithoutRecords(
  reader: Reader,
  editionId: string,
  some: readonly Unit[],
): Promise<Unit[]> {
  const silent: Unit[] = [];
  for (const each of some) if (!(await hasRecords(reader, editionId, each.id))) silent.push(each);
  return silent;
}
