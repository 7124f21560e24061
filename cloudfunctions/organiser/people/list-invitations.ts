import { isExpired } from '#shared/people/invitation';
import { listInvitations } from '#shared/contract/people/list-invitations';
import { onRead } from '../../entry/handler';
import { openInvitations } from '../../store/people/invitations';
import { findUnit } from '../../store/unit/units';

export const listInvitationsHandler = onRead(
  listInvitations,
  async ({ unitId }, { caller, now, database }) => {
    const unit = await findUnit(database, unitId);
    caller.require({ unitId: unit.id, unitCity: unit.city });
    const open = await openInvitations(database, unit.id);
    return {
      invitations: open.map((each) => ({
        ...each,
        expired: isExpired(each, now),
        handsOver: each.endsMembershipId !== null,
      })),
    };
  },
);
