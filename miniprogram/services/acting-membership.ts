import { isForAnyone } from '#shared/access/rights';
import type { AnyAction } from '#shared/contract/action';
import { role } from '#shared/people/membership';
import type { ErrorDetails, Refusal } from '#shared/refusal/errors';
import { roleLabels } from '../copy/labels';
import { choose } from '../platform/feedback';
import { forget, keep, readKept } from '../platform/storage';

const key = 'acting-membership';

type Choosable = ErrorDetails['CHOOSE_MEMBERSHIP']['memberships'][number];

/** The membership that was chosen to act (当前身份), as an action is sent with it; none for what is open to anyone. */
export function actingMembership({ name }: Pick<AnyAction, 'name'>): { membershipId?: string } {
  const kept = readKept(key);
  return isForAnyone(name) || typeof kept !== 'string' ? {} : { membershipId: kept };
}

/** @example { unitName: '广州市工信局', role: 'city' } // '广州市工信局 · 市级工作人员' */
function describe({ unitName, role: of }: Choosable): string {
  const known = role.safeParse(of);
  return known.success ? `${unitName} · ${roleLabels[known.data]}` : unitName;
}

/** Lays the choice before the person and remembers what was chosen; whether anything was. */
async function chooseMembership(memberships: readonly Choosable[]): Promise<boolean> {
  const index = await choose(memberships.map(describe));
  const chosen = index === null ? undefined : memberships[index];
  if (chosen === undefined) return false;
  keep(key, chosen.id);
  return true;
}

/** Choices that are before the person now: two calls of one page ask once. */
const asking: { choice: Promise<boolean> | null } = { choice: null };

/**
 * What a refusal says about who acts: where there is a choice, the person makes it; a choice that does not hold here is forgotten.
 * Whether the same is to be sent again: never a write that would go out under another membership than the one it was meant for.
 */
export async function settleMembership(
  { writes }: Pick<AnyAction, 'writes'>,
  refusal: Refusal,
): Promise<boolean> {
  if (refusal.code === 'CHOOSE_MEMBERSHIP') {
    asking.choice ??= chooseMembership(refusal.details.memberships).finally(() => {
      asking.choice = null;
    });
    return asking.choice;
  }
  if (refusal.code !== 'FORBIDDEN' || refusal.details.what !== 'membership') return false;
  forget(key);
  return !writes;
}
