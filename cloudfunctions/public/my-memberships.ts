import { myMemberships } from '#shared/contract/people/my-memberships';
import { onRead } from '../entry/handler';
import { applicationsOf } from '../store/people/applications';
import { presentMembershipsOf, shownMembership } from '../store/people/memberships';

export const myMembershipsHandler = onRead(myMemberships, async (_input, { caller, database }) => {
  const [memberships, applications] = await Promise.all([
    presentMembershipsOf(database, caller.openid),
    applicationsOf(database, caller.openid),
  ]);
  return { memberships: memberships.map(shownMembership), applications };
});
