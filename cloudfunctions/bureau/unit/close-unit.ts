import { requireRevision } from '#shared/refusal/require-revision';
import { mayKeepUnit } from '#shared/people/admit';
import { closeUnit } from '#shared/contract/unit/close-unit';
import { refuse } from '#shared/refusal/errors';
import type { Unit } from '#shared/people/unit';
import { onDecidedWrite } from '../../entry/handler';
import { gatherBureauStaff } from '../../store/people/memberships';
import { findUnit, replaceUnit } from '../../store/unit/units';
import { requireStaffBut } from '../../work/people/end-membership';

/** Closing is one document: with its unit everybody in it ceases to be a member, however many they are. */
export const closeUnitHandler = onDecidedWrite(closeUnit, {
  gather: (_input, { database }) => gatherBureauStaff(database),
  run: async ({ id, revision }, { caller, now, transaction }, bureau) => {
    const before = await findUnit(transaction, id);
    if (!caller.eligible.some((member) => mayKeepUnit(member, before))) throw refuse('FORBIDDEN', {});
    requireRevision(before, revision);
    if (before.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
    if (bureau.staff.some(({ unitId }) => unitId === id))
      await requireStaffBut(transaction, bureau, ({ unitId }) => unitId === id);
    const unit: Unit = { ...before, state: 'closed', revision: revision + 1, updatedAt: now };
    await replaceUnit(transaction, before, unit);
    return { unit };
  },
});
