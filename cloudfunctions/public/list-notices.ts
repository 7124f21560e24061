import { listNotices } from '#shared/contract/notice/list-notices';
import { addresseesOf, standsFor, unitsToldBy } from '#shared/notice/notice';
import { onRead } from '../entry/handler';
import { standingNotices } from '../store/notice/notices';

export const listNoticesHandler = onRead(listNotices, async (_input, { caller, database }) => {
  const { openid, memberships } = caller;
  const found = await Promise.all(
    addresseesOf(openid, memberships).map((to) => standingNotices(database, to)),
  );
  const notices = found
    .flat()
    .filter((each) => standsFor(each, memberships))
    .sort((one, other) => other.at - one.at)
    .map((each) => ({ ...each, units: unitsToldBy(each, memberships) }));
  return { notices };
});
