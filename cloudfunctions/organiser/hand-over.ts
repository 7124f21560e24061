import { handOver } from '#shared/contract/hand-over';
import { onRevealingWrite } from '../entry/handler';
import { codeOf, countInviting, insertInvitation } from '../store/invitations';
import { findOwnMembership } from '../store/memberships';
import { findActiveUnit } from '../store/units';

export const handOverHandler = onRevealingWrite(
  handOver,
  (_input, { caller, now }) => countInviting(caller.openid, now),
  async ({ membershipId }, { caller, now, transaction, newId }) => {
    const own = await findOwnMembership(transaction, membershipId, caller.openid);
    caller.require({ unitId: own.unitId, unitCity: own.city });
    const { id, expiresAt } = await insertInvitation(transaction, {
      id: newId,
      unit: await findActiveUnit(transaction, own.unitId),
      role: own.role,
      openid: caller.openid,
      endsMembershipId: own.id,
      now,
    });
    return { id, expiresAt };
  },
  (kept) => ({ ...kept, code: codeOf(kept.id) }),
);
