import { requireRevision } from '#shared/refusal/require-revision';
import { closeEdition } from '#shared/contract/edition/close-edition';
import { refuse, wrongField } from '#shared/refusal/errors';
import { isWeekOver } from '#shared/week/check-edition';
import { wantsReason } from '#shared/week/closing';
import type { Edition } from '#shared/week/edition';
import { onDecidedWrite } from '../../entry/handler';
import { requireReworked } from '../../store/edition/edition-reworks';
import { editionView, findEdition, replaceEdition, requireOpen } from '../../store/edition/editions';
import { gatherStillOpen } from '../../work/edition/gather-still-open';

export const closeEditionHandler = onDecidedWrite(closeEdition, {
  // What is still open asks for a reason and stops nobody: what is settled at the same moment makes a reason superfluous.
  gather: async ({ id }, { now, database }) =>
    wantsReason(await gatherStillOpen(database, await findEdition(database, id), now)),
  run: async ({ id, revision, reason }, { now, transaction }, isReasonWanted) => {
    const before = await findEdition(transaction, id);
    requireRevision(before, revision);
    requireOpen(before);
    if (!isWeekOver(before, now)) throw refuse('FROZEN', { state: 'edition-running' });
    await requireReworked(transaction, id);
    if (isReasonWanted && reason === '') throw wrongField('reason', 'required');
    const edition: Edition = {
      ...before,
      state: 'closed',
      closing: { at: now, reason },
      revision: revision + 1,
      updatedAt: now,
    };
    await replaceEdition(transaction, edition);
    return { edition: await editionView(transaction, edition) };
  },
});
