import { decideApplication } from '#shared/contract/people/decide-application';
import { onDecidedWrite } from '../../entry/handler';
import { findApplication, settleApplication } from '../../store/people/applications';
import { gatherMembers } from '../../store/people/memberships';
import { findUnit } from '../../store/unit/units';
import { tellMember } from '../../work/notice/tell-member';
import { joinUnit, type Joining } from '../../work/people/join-unit';

export const decideApplicationHandler = onDecidedWrite(decideApplication, {
  gather: async ({ id }, { database }) => {
    const { unitId } = await findApplication(database, id);
    return gatherMembers(database, await findUnit(database, unitId));
  },
  run: async ({ id, decision }, { caller, now, transaction }, members) => {
    const kept = await findApplication(transaction, id);
    const unit = await findUnit(transaction, kept.unitId);
    caller.require({ unitId: unit.id, unitCity: unit.city });
    const application = await settleApplication(transaction, kept, {
      state: decision.result,
      reason: decision.result === 'declined' ? decision.reason : '',
      now,
    });
    if (decision.result === 'approved') {
      const { openid, alias } = kept;
      const joining: Joining = { openid, role: 'organiser', alias, how: 'application', now };
      await joinUnit(transaction, unit, joining, members);
    }
    const kind = decision.result === 'approved' ? 'membership-began' : 'membership-declined';
    const { openid } = kept;
    await tellMember(transaction, { openid, unit, kind, note: application.reason, event: id, now });
    return { application };
  },
});
