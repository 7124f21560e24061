import { listMembers } from '#shared/contract/people/list-members';
import { onRead } from '../../entry/handler';
import { membersOfUnit } from '../../store/people/memberships';
import { findUnit } from '../../store/unit/units';

export const listMembersHandler = onRead(listMembers, async ({ unitId }, { caller, database }) => {
  const unit = await findUnit(database, unitId);
  caller.require({ unitId: unit.id, unitCity: unit.city });
  const kept = await membersOfUnit(database, unit);
  return { members: kept.map((each) => ({ ...each, isSelf: each.openid === caller.openid })) };
});
