import { refuse } from '#shared/contract/errors';
import { makeEditionCurrent } from '#shared/contract/make-edition-current';
import { onWrite } from '../entry/handler';
import { findEdition, makeCurrent } from '../store/editions';

export const makeEditionCurrentHandler = onWrite(makeEditionCurrent, async ({ id }, { now, transaction }) => {
  const edition = await findEdition(transaction, id);
  if (edition.state === 'preparing') throw refuse('FROZEN', { state: 'edition-preparing' });
  return { edition: edition.current ? edition : await makeCurrent(transaction, edition, now) };
});
