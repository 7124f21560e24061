import { requireRevision } from '#shared/refusal/require-revision';
import { openEdition } from '#shared/contract/edition/open-edition';
import { refuse } from '#shared/refusal/errors';
import type { Edition } from '#shared/week/edition';
import { onWrite } from '../../entry/handler';
import { currentEditionId, pointToEdition } from '../../store/edition/deployment';
import { editionView, findEdition, replaceEdition } from '../../store/edition/editions';

export const openEditionHandler = onWrite(openEdition, async ({ id, revision }, { now, transaction }) => {
  const before = await findEdition(transaction, id);
  requireRevision(before, revision);
  if (before.state === 'open') throw refuse('FROZEN', { state: 'edition-open' });
  const opened: Edition = { ...before, state: 'open', closing: null, revision: revision + 1, updatedAt: now };
  await replaceEdition(transaction, opened);
  if ((await currentEditionId(transaction)) === null) await pointToEdition(transaction, id);
  return { edition: await editionView(transaction, opened) };
});
