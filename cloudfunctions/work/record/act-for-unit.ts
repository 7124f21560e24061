import type { Membership } from '#shared/people/membership';
import { mayActFor } from '#shared/record/acting-for';
import type { Author, ContentCheck, RecordEnvelope } from '#shared/record/record';
import type { RecordKind } from '#shared/record/record-kind';
import { newEnvelope } from '#shared/record/record-life';
import { refuse } from '#shared/refusal/errors';
import type { Finder, Transaction } from '../../platform/database';
import type { Caller } from '../../entry/caller';
import { findActiveUnit, findUnit } from '../../store/unit/units';
import { tell } from '../notice/tell';
import { stepBy } from './step-by';

/** Whose record is handed in, and which reviewer enters it; null where the unit does so itself. */
interface HandingIn {
  unitId: string;
  unitName: string;
  unitCity: Membership['city'];
  enteredBy: Author | null;
}

/**
 * Whose a new record is: the acting member's own unit, or the one that a reviewer names, whom he reaches (代报). FORBIDDEN for any
 * other unit; FROZEN for one that is closed.
 */
export async function handingIn(
  finder: Finder,
  caller: Caller,
  { forUnitId, now }: { forUnitId: string | null; now: number },
): Promise<HandingIn> {
  const acting = caller.acting();
  const { by } = stepBy(acting, now);
  if (forUnitId === null || forUnitId === acting.unitId)
    return { unitId: by.unitId, unitName: by.unitName, unitCity: acting.city, enteredBy: null };
  const { id, name, city } = await findUnit(finder, forUnitId);
  caller.require({ unitId: id, unitCity: city });
  await findActiveUnit(finder, id);
  return { unitId: id, unitName: name, unitCity: city, enteredBy: by };
}

/** The envelope of a record that is new: of the acting member's unit, or of the one he enters it for. */
export async function envelopeFor(
  transaction: Transaction,
  caller: Caller,
  belonging: { id: string; editionId: string; forUnitId: string | null },
  begins: { becomes: 'announced' | 'reported'; check: ContentCheck; now: number },
): Promise<ReturnType<typeof newEnvelope>> {
  const { id, editionId, forUnitId } = belonging;
  const { now } = begins;
  const unit = await handingIn(transaction, caller, { forUnitId, now });
  return newEnvelope({ id, editionId, ...unit }, begins, stepBy(caller.acting(), now));
}

/** Refuses with FORBIDDEN unless the acting member may do with a record what its unit may: as its member, or for it. */
export async function requireHand(
  finder: Finder,
  caller: Caller,
  record: Pick<RecordEnvelope, 'unitId' | 'unitCity' | 'enteredBy'>,
): Promise<void> {
  const { unitId } = caller.actingOn(record);
  if (unitId === record.unitId || mayActFor(record, await findUnit(finder, record.unitId))) return;
  throw refuse('FORBIDDEN', {});
}

/** Tells a unit that a reviewer entered or changed a record for it (代报通知); nothing where it did so itself. */
export async function tellEntered(
  transaction: Transaction,
  caller: Caller,
  { kind, record, now }: { kind: RecordKind; record: RecordEnvelope & { name: string }; now: number },
): Promise<void> {
  const { unitId, unitName } = caller.acting();
  if (unitId === record.unitId) return;
  const { id, name, revision } = record;
  await tell(transaction, {
    to: { unitId: record.unitId },
    kind: 'entered',
    about: { kind, id, name },
    note: unitName,
    event: `${id} ${revision}`,
    now,
  });
}
