import { refuse } from '#shared/refusal/errors';
import { makeEditionCurrent } from '#shared/contract/edition/make-edition-current';
import { onWrite } from '../../entry/handler';
import { currentEditionId, pointToEdition } from '../../store/edition/deployment';
import { editionView, findEdition } from '../../store/edition/editions';

export const makeEditionCurrentHandler = onWrite(makeEditionCurrent, async ({ id }, { transaction }) => {
  const edition = await findEdition(transaction, id);
  if (edition.state === 'preparing') throw refuse('FROZEN', { state: 'edition-preparing' });
  if ((await currentEditionId(transaction)) !== id) await pointToEdition(transaction, id);
  return { edition: await editionView(transaction, edition) };
});
