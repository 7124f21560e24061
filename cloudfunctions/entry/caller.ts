import { mayDo, membershipsFor, isForAnyone, type Belonging } from '#shared/access/rights';
import type { HeldMembership } from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import type { HeldMemberships } from '../store/people/memberships';
import type { ActionName } from '#shared/access/actions';

/** Who is calling, for one action. */
export interface Caller {
  openid: string;
  /** Everything the person is. */
  memberships: readonly HeldMembership[];
  /** The one membership the action is done under: the only one that has the right, or the one that was chosen of several. */
  acting(): HeldMembership;
  /** The same, where it reaches a record; FORBIDDEN where it does not, though another of the person's might. */
  actingOn(record: Belonging): HeldMembership;
  /** The membership that acts, and no other; none for an action that is open to anyone. */
  eligible: readonly HeldMembership[];
  /** Refuses with FORBIDDEN unless the action may be done to a record under the membership that acts. */
  require(record: Belonging): void;
}

/** The membership that acts. The one that was named, or the only one there is: between several nobody but the person decides. */
function chosen(
  action: ActionName,
  { active, asleep }: HeldMemberships,
  membershipId: string | undefined,
): HeldMembership {
  const entitled = membershipsFor(action, active);
  const [first, ...others] = entitled;
  if (first === undefined) {
    const isAsleep = membershipsFor(action, asleep).length > 0;
    throw refuse('NO_MEMBERSHIP', { isMember: active.length + asleep.length > 0, isAsleep });
  }
  if (membershipId === undefined) {
    if (others.length > 0) throw refuse('CHOOSE_MEMBERSHIP', { memberships: entitled.map(shown) });
    return first;
  }
  const named = entitled.find(({ id }) => id === membershipId);
  if (named === undefined) throw refuse('FORBIDDEN', { what: 'membership' });
  return named;
}

function shown({ id, unitName, role, city }: HeldMembership) {
  return { id, unitName, role, city };
}

/**
 * Decides by the table of rights whether a person may do an action at all, and as what: NO_MEMBERSHIP when nothing they are lets them,
 * CHOOSE_MEMBERSHIP when several do and none is named, FORBIDDEN when the one they name does not. What is open to anyone is done
 * under none, whichever is named.
 */
export function authorise(
  action: ActionName,
  openid: string,
  memberships: HeldMemberships,
  membershipId?: string,
): Caller {
  const acting = isForAnyone(action) ? null : chosen(action, memberships, membershipId);
  const eligible = acting === null ? [] : [acting];
  const underWhat = () => {
    if (acting === null) throw new Error(`${action} is open to anyone and is done under no membership`);
    return acting;
  };
  const require = (record: Belonging) => {
    if (acting !== null && !mayDo(action, eligible, record)) throw refuse('FORBIDDEN', {});
  };
  return {
    openid,
    memberships: memberships.active,
    eligible,
    acting: underWhat,
    actingOn(record) {
      require(record);
      return underWhat();
    },
    require,
  };
}
