import { listEditions } from '#shared/contract/edition/list-editions';
import { onRead } from '../../entry/handler';
import { currentEditionId } from '../../store/edition/deployment';
import { allEditions } from '../../store/edition/editions';

export const listEditionsHandler = onRead(listEditions, async (_input, { caller, database }) => {
  const isBureau = caller.eligible.some(({ role }) => role === 'bureau');
  const [editions, currentId] = await Promise.all([allEditions(database), currentEditionId(database)]);
  const shown = editions.filter(({ state }) => isBureau || state !== 'preparing');
  return { editions: shown.map((each) => ({ ...each, current: each.id === currentId })) };
});
