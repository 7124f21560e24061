import { listPublicEditions } from '#shared/contract/public/list-public-editions';
import { onRead } from '../entry/handler';
import { allEditionViews } from '../store/edition/editions';

export const listPublicEditionsHandler = onRead(listPublicEditions, async (_input, { database }) => ({
  editions: (await allEditionViews(database)).filter(({ state }) => state !== 'preparing'),
}));
