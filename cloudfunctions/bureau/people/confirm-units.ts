import { confirmUnits } from '#shared/contract/people/confirm-units';
import { mayKeepUnit } from '#shared/people/admit';
import type { Unit } from '#shared/people/unit';
import { AppError, refuse } from '#shared/refusal/errors';
import type { z } from '#shared/zod';
import { onSteps, type StepsContext } from '../../entry/handler';
import type { Transaction } from '../../platform/database';
import { findMember, unconfirmedOf } from '../../store/people/memberships';
import { findActiveUnit, findUnit, replaceUnit } from '../../store/unit/units';
import { editionToChange } from '../../work/edition/asked-edition';
import { tellMember } from '../../work/notice/tell-member';
import { resumeMembership } from '../../work/people/end-membership';

type Confirmed = z.output<typeof confirmUnits.reply>['units'][number];

const results: Readonly<Partial<Record<string, Confirmed['result']>>> = {
  FROZEN: 'closed',
  NOT_FOUND: 'not-found',
  FORBIDDEN: 'not-yours',
};

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
    await resumeMembership(transaction, membership);
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
  if (!mayKeepUnit(caller.acting(), unit)) throw refuse('FORBIDDEN', {});
  await step(unitId, (transaction) => confirmUnit(transaction, unitId, editionId, now));
  let members = 0;
  for (;;) {
    const asleep = await unconfirmedOf(database, unitId, membersInAStep);
    const [first] = asleep;
    if (first === undefined) return members;
    const ids = asleep.map(({ id }) => id);
    members += await step(`${unitId} ${first.id}`, (transaction) =>
      wake(transaction, ids, { editionId, now }),
    );
  }
}

export const confirmUnitsHandler = onSteps(confirmUnits, async ({ editionId: year, unitIds }, context) => {
  const { id: editionId } = await editionToChange(context.caller, context.database, year);
  const units: Confirmed[] = [];
  for (const unitId of new Set(unitIds)) {
    try {
      units.push({ unitId, result: 'confirmed', members: await confirmOne(unitId, editionId, context) });
    } catch (error) {
      const result = error instanceof AppError ? results[error.refusal.code] : undefined;
      if (result === undefined) throw error;
      units.push({ unitId, result, members: 0 });
    }
  }
  return { units };
});
