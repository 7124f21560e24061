import { listEditions } from '#shared/contract/edition/list-editions';
import { onRead } from '../../entry/handler';
import { allEditionViews } from '../../store/edition/editions';

export const listEditionsHandler = onRead(listEditions, async (_input, { caller, database }) => {
  const isBureau = caller.memberships.some(({ role }) => role === 'bureau');
  const editions = await allEditionViews(database);
  return { editions: editions.filter(({ state }) => isBureau || state !== 'preparing') };
});
