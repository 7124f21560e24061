import { myMemberships } from '#shared/contract/my-memberships';
import { onRead } from '../entry/handler';
import { applicationsOf } from '../store/applications';
import { presentMembershipsOf, shownMembership } from '../store/memberships';

export const myMembershipsHandler = onRead(myMemberships, async (_input, { caller, database }) => {
  const [memberships, applications] = await Promise.all([
    presentMembershipsOf(database, caller.openid),
    applicationsOf(database, caller.openid),
  ]);
  return { memberships: memberships.map(shownMembership), applications };
});
