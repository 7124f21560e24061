import { askToConfirm } from '#shared/contract/people/ask-to-confirm';
import { isToConfirm, rolesToConfirm, type KeptMembership } from '#shared/people/membership';
import type { Edition } from '#shared/week/edition';
import { refuse } from '#shared/refusal/errors';
import { onSteps } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { findEdition } from '../../store/edition/editions';
import { confirmedUpTo, findMember, keepMembership } from '../../store/people/memberships';
import { tellMember } from '../../work/notice/tell-member';

/** Each takes a handful of requests in its transaction. */
const membersInAStep = 12;

/** Lets the rights of some members sleep: how many; who is asked already, or has left meanwhile, is left. */
async function letSleep(
  transaction: Transaction,
  some: readonly KeptMembership[],
  { edition, now }: { edition: Edition; now: number },
): Promise<number> {
  let asked = 0;
  for (const { id } of some) {
    const { membership, unit } = await findMember(transaction, id);
    // Whose unit was closed is a member no more; kept so, nobody meets him here again.
    if (membership.state === 'left') await keepMembership(transaction, { ...membership, endedAt: now });
    if (!isToConfirm(membership, edition)) continue;
    await keepMembership(transaction, { ...membership, state: 'unconfirmed' });
    const { openid } = membership;
    const told = { openid, unit, note: edition.title, event: `${edition.id} ${id}`, now } as const;
    await tellMember(transaction, { ...told, kind: 'membership-asleep' });
    asked += 1;
  }
  return asked;
}

export const askToConfirmHandler = onSteps(askToConfirm, async ({ editionId }, { now, database, step }) => {
  const edition = await findEdition(database, editionId);
  if (edition.state === 'closed') throw refuse('FROZEN', { state: 'edition-closed' });
  let asked = 0;
  for (const role of rolesToConfirm) {
    const query = { role, upTo: edition.createdAt - 1, size: membersInAStep };
    for (;;) {
      const some = await confirmedUpTo(database, query);
      const [first] = some;
      if (first === undefined) break;
      asked += await step(`${role} ${first.id}`, (transaction) =>
        letSleep(transaction, some, { edition, now }),
      );
    }
  }
  return { asked };
});
