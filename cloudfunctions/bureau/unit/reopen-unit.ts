import { requireRevision } from '#shared/refusal/require-revision';
import { mayKeepUnit } from '#shared/people/admit';
import { refuse } from '#shared/refusal/errors';
import { reopenUnit } from '#shared/contract/unit/reopen-unit';
import type { Unit } from '#shared/people/unit';
import { onWrite } from '../../entry/handler';
import { findUnit, replaceUnit } from '../../store/unit/units';

export const reopenUnitHandler = onWrite(
  reopenUnit,
  async ({ id, revision }, { caller, now, transaction }) => {
    const before = await findUnit(transaction, id);
    if (!caller.eligible.some((member) => mayKeepUnit(member, before))) throw refuse('FORBIDDEN', {});
    requireRevision(before, revision);
    if (before.state === 'active') throw refuse('FROZEN', { state: 'unit-active' });
    const unit: Unit = {
      ...before,
      state: 'active',
      opening: before.opening + 1,
      revision: revision + 1,
      updatedAt: now,
    };
    await replaceUnit(transaction, before, unit);
    return { unit };
  },
);
