import { requireRevision } from '#shared/refusal/require-revision';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { refuse } from '#shared/refusal/errors';
import { isWeekOver } from '#shared/week/check-edition';
import type { Edition } from '#shared/week/edition';
import { onWrite } from '../../entry/handler';
import { editionView, findEdition, replaceEdition } from '../../store/edition/editions';

export const closeEditionHandler = onWrite(closeEdition, async ({ id, revision }, { now, transaction }) => {
  const before = await findEdition(transaction, id);
  requireRevision(before, revision);
  if (before.state !== 'open') throw refuse('FROZEN', { state: `edition-${before.state}` });
  if (!isWeekOver(before, now)) throw refuse('FROZEN', { state: 'edition-running' });
  const edition: Edition = { ...before, state: 'closed', revision: revision + 1, updatedAt: now };
  await replaceEdition(transaction, edition);
  return { edition: await editionView(transaction, edition) };
});
