import { mayAdmit, roleFitsKind } from '#shared/people/admit';
import { refuse, wrongField } from '#shared/refusal/errors';
import { inviteMember } from '#shared/contract/people/invite-member';
import { onRevealingWrite } from '../../entry/handler';
import { codeOf, countInviting, insertInvitation } from '../../store/people/invitations';
import { findActiveUnit } from '../../store/unit/units';

export const inviteMemberHandler = onRevealingWrite(
  inviteMember,
  (_input, { caller, now }) => countInviting(caller.openid, now),
  async ({ unitId, role }, { caller, now, transaction, newId }) => {
    const unit = await findActiveUnit(transaction, unitId);
    if (!roleFitsKind(role, unit.kind)) throw wrongField('role', 'not-a-choice');
    if (!caller.eligible.some((each) => mayAdmit(each, unit, role))) throw refuse('FORBIDDEN', {});
    const { id, expiresAt } = await insertInvitation(transaction, {
      id: newId,
      unit,
      role,
      openid: caller.openid,
      endsMembershipId: null,
      now,
    });
    return { id, expiresAt };
  },
  (kept) => ({ ...kept, code: codeOf(kept.id) }),
);
