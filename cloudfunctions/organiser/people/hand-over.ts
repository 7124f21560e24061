import { handOver } from '#shared/contract/people/hand-over';
import { onRevealingWrite } from '../../entry/handler';
import { codeOf, countInviting, insertInvitation } from '../../store/people/invitations';
import { findOwnMember } from '../../store/people/memberships';

export const handOverHandler = onRevealingWrite(
  handOver,
  (_input, { caller, now }) => countInviting(caller.openid, now),
  async ({ membershipId }, { caller, now, transaction, newId }) => {
    const { membership: own, unit } = await findOwnMember(transaction, membershipId, caller.openid);
    caller.require({ unitId: unit.id, unitCity: unit.city });
    const { id, expiresAt } = await insertInvitation(transaction, {
      id: newId,
      unit,
      role: own.role,
      openid: caller.openid,
      endsMembershipId: own.id,
      now,
    });
    return { id, expiresAt };
  },
  (kept) => ({ ...kept, code: codeOf(kept.id) }),
);
