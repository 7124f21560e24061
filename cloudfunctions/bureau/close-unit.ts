import { mayKeepUnit } from '#shared/access/admit';
import { closeUnit } from '#shared/contract/close-unit';
import { refuse } from '#shared/contract/errors';
import type { Unit } from '#shared/record/unit';
import { onWrite } from '../entry/handler';
import { dismissMembers } from '../store/memberships';
import { findUnit, replaceUnit, requireUnitRevision } from '../store/units';

export const closeUnitHandler = onWrite(closeUnit, async ({ id, revision }, { caller, now, transaction }) => {
  const before = await findUnit(transaction, id);
  if (!caller.able.some((member) => mayKeepUnit(member, before))) throw refuse('FORBIDDEN', {});
  requireUnitRevision(before, revision);
  if (before.state === 'closed') throw refuse('FROZEN', { state: 'unit-closed' });
  await dismissMembers(transaction, before, now);
  const unit: Unit = {
    ...before,
    state: 'closed',
    revision: revision + 1,
    updatedAt: now,
    membersChangedAt: now,
  };
  await replaceUnit(transaction, unit);
  return { unit };
});
