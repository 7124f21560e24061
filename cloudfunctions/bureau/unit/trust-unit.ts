import { requireRevision } from '#shared/refusal/require-revision';
import { trustUnit } from '#shared/contract/unit/trust-unit';
import { refuse } from '#shared/refusal/errors';
import type { Unit } from '#shared/people/unit';
import { onWrite } from '../../entry/handler';
import { findUnit, replaceUnit } from '../../store/unit/units';

export const trustUnitHandler = onWrite(
  trustUnit,
  async ({ id, revision, isTrusted }, { caller, now, transaction }) => {
    const before = await findUnit(transaction, id);
    caller.require({ unitId: id, unitCity: before.city });
    requireRevision(before, revision);
    if (before.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
    const unit: Unit = { ...before, trusted: isTrusted, revision: revision + 1, updatedAt: now };
    await replaceUnit(transaction, before, unit);
    return { unit };
  },
);
