import { hourMs } from '#shared/ground/durations';
import { claimBureau } from '#shared/contract/people/claim-bureau';
import { refuse, wrongField } from '#shared/refusal/errors';
import { bureauUnit, unitKey, type Unit } from '#shared/people/unit';
import { onDecidedWrite } from '../entry/handler';
import type { Finder, Transaction } from '../platform/database';
import { keyedHashOf } from '../platform/keyed-hash';
import { isSameSecret } from '../platform/same-secret';
import { optionalSetting } from '../platform/settings';
import { bureauOf, keepClaim } from '../store/edition/deployment';
import { gatherMembers, noMembers, shownMembership } from '../store/people/memberships';
import { countAttempt } from '../store/rate-limits';
import { findUnitIfAny, insertUnit, newUnit, replaceUnit, unitOfKey } from '../store/unit/units';
import { tell } from '../work/notice/tell';
import { joinUnit, type Joining } from '../work/people/join-unit';

const triesAnHour = 5;

/** The unit that a claim goes to: the bureau's own, or the one that bears its name; null when the deployment has neither. */
async function unitToClaim(finder: Finder): Promise<Unit | null> {
  const { bureauUnitId } = await bureauOf(finder);
  return bureauUnitId === null ? unitOfKey(finder, unitKey(bureauUnit)) : findUnitIfAny(finder, bureauUnitId);
}

/** The bureau's unit as it is after the claim: made, or made the bureau's. */
async function bureausUnit(transaction: Transaction, newId: string, now: number): Promise<Unit> {
  const known = await unitToClaim(transaction);
  if (known === null) {
    const made = newUnit(newId, bureauUnit, now);
    await insertUnit(transaction, made);
    return made;
  }
  if (known.kind === bureauUnit.kind && known.state === 'active') return known;
  const promoted: Unit = {
    ...known,
    kind: bureauUnit.kind,
    state: 'active',
    // Who was there before it was closed comes back with nobody's word but his own.
    opening: known.state === 'closed' ? known.opening + 1 : known.opening,
    revision: known.revision + 1,
    updatedAt: now,
  };
  await replaceUnit(transaction, known, promoted);
  return promoted;
}

/** Tells all members that somebody took the bureau's place with a new code, and why. */
function tellClaimed(
  transaction: Transaction,
  { id, name }: Unit,
  { reason, event, now }: { reason: string; event: string; now: number },
): Promise<void> {
  const about = { kind: 'unit', id, name } as const;
  return tell(transaction, { to: 'all-members', kind: 'bureau-claimed', about, note: reason, event, now });
}

export const claimBureauHandler = onDecidedWrite(claimBureau, {
  prepare: async ({ code }, { caller, now }) => {
    await countAttempt({
      purpose: 'claim',
      openid: caller.openid,
      most: triesAnHour,
      perMs: hourMs,
      now,
    });
    const expected = optionalSetting('CLAIM_CODE');
    if (expected === null || !isSameSecret(code, expected)) throw refuse('NOT_FOUND', { what: 'claim' });
  },
  gather: async (_input, { database }) => {
    const unit = await unitToClaim(database);
    return unit === null ? null : gatherMembers(database, unit);
  },
  run: async ({ code, alias, reason }, { caller, now, transaction, newId }, known) => {
    const { claimedAt, claimedWith } = await bureauOf(transaction);
    const codeUsed = keyedHashOf('claim', code);
    if (claimedWith.includes(codeUsed)) throw refuse('FROZEN', { state: 'claimed' });
    if (claimedAt !== null && reason === '') throw wrongField('reason', 'required');
    const unit = await bureausUnit(transaction, newId, now);
    const claim = { claimedAt: now, claimedWith: [...claimedWith, codeUsed], bureauUnitId: unit.id };
    await keepClaim(transaction, claim);
    if (claimedAt !== null) await tellClaimed(transaction, unit, { reason, event: newId, now });
    const { openid } = caller;
    const joining: Joining = { openid, role: 'bureau', alias, how: 'claim', now };
    const members = known ?? (await noMembers(transaction, unit));
    return { membership: shownMembership(await joinUnit(transaction, unit, joining, members)) };
  },
});
