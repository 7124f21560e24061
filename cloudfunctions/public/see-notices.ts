import { seeNotices } from '#shared/contract/notice/see-notices';
import { addresseesOf, seen, standsFor } from '#shared/notice/notice';
import { refuse } from '#shared/refusal/errors';
import { onWrite } from '../entry/handler';
import { findNotice, keepNotice } from '../store/notice/notices';

export const seeNoticesHandler = onWrite(seeNotices, async ({ ids }, { caller, transaction }) => {
  const { openid, memberships } = caller;
  const own = addresseesOf(openid, memberships);
  for (const id of new Set(ids)) {
    const told = await findNotice(transaction, id);
    if (!own.includes(told.to)) throw refuse('NOT_FOUND', { what: 'notice' });
    if (standsFor(told, memberships)) await keepNotice(transaction, seen(told, memberships));
  }
  return { ids };
});
