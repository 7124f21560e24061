import { confirmUnits } from '#shared/contract/people/confirm-units';
import { mayAdmit, mayKeepUnit } from '#shared/people/admit';
import type { Unit } from '#shared/people/unit';
import { refuse } from '#shared/refusal/errors';
import type { z } from '#shared/zod';
import { onSteps, type StepsContext } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { findMember, unconfirmedOf } from '../../store/people/memberships';
import { findActiveUnit, findUnit, replaceUnit } from '../../store/unit/units';
import { editionToChange } from '../../work/edition/asked-edition';
import { tellMember } from '../../work/notice/tell-member';
import { resumeMembership } from '../../work/people/end-membership';
import { resultOf } from '../../work/result-of';

type Confirmed = z.output<typeof confirmUnits.reply>['units'][number];

type Result = Omit<Confirmed, 'unitId'>;

const refusals = {
  FROZEN: { result: 'closed', members: 0 },
  NOT_FOUND: { result: 'not-found', members: 0 },
  FORBIDDEN: { result: 'not-yours', members: 0 },
} as const;

/** Each takes a handful of requests in its transaction. */
const membersInAStep = 12;

/** Notes that a unit is in use for an edition; run again, it finds it noted. */
async function confirmUnit(
  transaction: Transaction,
  id: string,
  editionId: string,
  now: number,
): Promise<void> {
  const before = await findActiveUnit(transaction, id);
  if (before.confirmedFor === editionId) return;
  const changed: Unit = { ...before, confirmedFor: editionId, revision: before.revision + 1, updatedAt: now };
  await replaceUnit(transaction, before, changed);
}

/** Wakes the rights of some members: how many slept still. */
async function wake(
  transaction: Transaction,
  ids: readonly string[],
  { editionId, now }: { editionId: string; now: number },
): Promise<number> {
  let woken = 0;
  for (const id of ids) {
    const { membership, unit } = await findMember(transaction, id);
    if (membership.state !== 'unconfirmed') continue;
    await resumeMembership(transaction, membership, now);
    const told = { openid: membership.openid, unit, note: '', event: `${editionId} ${id}`, now } as const;
    await tellMember(transaction, { ...told, kind: 'membership-confirmed' });
    woken += 1;
  }
  return woken;
}

async function confirmOne(
  unitId: string,
  editionId: string,
  { caller, now, database, step }: StepsContext,
): Promise<number> {
  const unit = await findUnit(database, unitId);
  const acting = caller.acting();
  if (!mayKeepUnit(acting, unit)) throw refuse('FORBIDDEN', {});
  await step(unitId, (transaction) => confirmUnit(transaction, unitId, editionId, now));
  // An editor is the bureau's to appoint, and to confirm.
  const asleep = (await unconfirmedOf(database, unitId)).filter(({ role }) => mayAdmit(acting, unit, role));
  let members = 0;
  for (let from = 0; from < asleep.length; from += membersInAStep) {
    const ids = asleep.slice(from, from + membersInAStep).map(({ id }) => id);
    members += await step(`${unitId} ${ids[0]}`, (transaction) => wake(transaction, ids, { editionId, now }));
  }
  return members;
}

export const confirmUnitsHandler = onSteps(confirmUnits, async ({ editionId: year, unitIds }, context) => {
  const { id: editionId } = await editionToChange(context.caller, context.database, year);
  const units: Confirmed[] = [];
  for (const unitId of new Set(unitIds)) {
    const confirm = async () => ({
      result: 'confirmed' as const,
      members: await confirmOne(unitId, editionId, context),
    });
    units.push({ unitId, ...(await resultOf<Result>(refusals, confirm)) });
  }
  return { units };
});
