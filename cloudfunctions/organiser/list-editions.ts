import { listEditions } from '#shared/contract/list-editions';
import { onRead } from '../entry/handler';
import { allEditions } from '../store/editions';

export const listEditionsHandler = onRead(listEditions, async (_input, { caller, database }) => {
  const isBureau = caller.able.some(({ role }) => role === 'bureau');
  const editions = await allEditions(database);
  return { editions: editions.filter(({ state }) => isBureau || state !== 'preparing') };
});
