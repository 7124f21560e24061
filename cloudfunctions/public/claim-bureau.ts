import { claimBureau } from '#shared/contract/claim-bureau';
import { refuse } from '#shared/contract/errors';
import { bureauUnit, unitKey, type Unit } from '#shared/record/unit';
import { onPreparedWrite } from '../entry/handler';
import type { Transaction } from '../platform/database';
import { isSameSecret } from '../platform/same-secret';
import { optionalSetting } from '../platform/settings';
import { claimOnce } from '../store/deployment';
import { joinUnit } from '../store/memberships';
import { countAttempt } from '../store/rate-limits';
import { insertUnit, newUnit, replaceUnit, unitOfKey, unitOfKind } from '../store/units';

const hourMs = 60 * 60 * 1000;
const triesAnHour = 5;

/** The bureau's unit; made when the deployment has none, of a unit that bears its name already if there is one. */
async function bureausUnit(transaction: Transaction, newId: string, now: number): Promise<Unit> {
  const known = await unitOfKind(transaction, bureauUnit.kind);
  if (known !== null) return known;
  const namesake = await unitOfKey(transaction, unitKey(bureauUnit));
  if (namesake !== null) {
    const promoted: Unit = {
      ...namesake,
      kind: bureauUnit.kind,
      state: 'active',
      revision: namesake.revision + 1,
      updatedAt: now,
    };
    await replaceUnit(transaction, promoted);
    return promoted;
  }
  const made = newUnit(newId, bureauUnit, now);
  await insertUnit(transaction, made);
  return made;
}

export const claimBureauHandler = onPreparedWrite(
  claimBureau,
  async ({ code }, { caller, now }) => {
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
  async ({ alias }, { caller, now, transaction, newId }) => {
    if (!(await claimOnce(transaction, now))) throw refuse('FROZEN', { state: 'claimed' });
    const unit = await bureausUnit(transaction, newId, now);
    const membership = await joinUnit(transaction, unit, {
      openid: caller.openid,
      role: 'bureau',
      alias,
      how: 'claim',
      now,
    });
    return { membership };
  },
);
