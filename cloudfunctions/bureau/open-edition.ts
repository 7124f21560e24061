import { openEdition } from '#shared/contract/open-edition';
import { refuse } from '#shared/contract/errors';
import type { Edition } from '#shared/week/edition';
import { onWrite } from '../entry/handler';
import {
  currentEditionIfAny,
  findEdition,
  makeCurrent,
  replaceEdition,
  requireEditionRevision,
} from '../store/editions';

export const openEditionHandler = onWrite(openEdition, async ({ id, revision }, { now, transaction }) => {
  const before = await findEdition(transaction, id);
  requireEditionRevision(before, revision);
  if (before.state === 'open') throw refuse('FROZEN', { state: 'edition-open' });
  const opened: Edition = { ...before, state: 'open' };
  if ((await currentEditionIfAny(transaction)) === null)
    return { edition: await makeCurrent(transaction, opened, now) };
  const edition: Edition = { ...opened, revision: revision + 1, updatedAt: now };
  await replaceEdition(transaction, edition);
  return { edition };
});
