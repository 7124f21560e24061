import { mayDo, membershipsFor, isForAnyone, type Belonging } from '#shared/access/rights';
import type { Membership } from '#shared/people/membership';
import { refuse } from '#shared/refusal/errors';
import type { ActionName } from '#shared/access/actions';

/** Who is calling, for one action. */
export interface Caller {
  openid: string;
  /** Everything the person is. */
  memberships: readonly Membership[];
  /**
   * The membership the action is done under: the one of the unit the person named, else the first that has the right.
   * Throws for an action that is open to anyone.
   */
  acting(): Membership;
  /** The membership under which the person does the action to a record; FORBIDDEN when none reaches it. */
  actingOn(record: Belonging): Membership;
  /** Every membership the action may be done under: those that have the right, of the unit the person named if one was. */
  eligible: readonly Membership[];
  /** Refuses with FORBIDDEN unless the person may do the action to a record. */
  require(record: Belonging): void;
}

/**
 * Decides by the table of rights whether a person may do an action at all: NO_MEMBERSHIP when nothing they are lets them,
 * FORBIDDEN when the unit they name does not.
 */
export function authorise(
  action: ActionName,
  openid: string,
  memberships: readonly Membership[],
  unitId?: string,
): Caller {
  const entitled = membershipsFor(action, memberships);
  if (entitled.length === 0 && !isForAnyone(action)) throw refuse('NO_MEMBERSHIP', {});
  const eligible = unitId === undefined ? entitled : entitled.filter((each) => each.unitId === unitId);
  if (eligible.length === 0 && !isForAnyone(action)) throw refuse('FORBIDDEN', {});
  return {
    openid,
    memberships,
    eligible,
    acting() {
      const [first] = eligible;
      if (first === undefined) throw new Error(`${action} is open to anyone and is done under no membership`);
      return first;
    },
    actingOn(record) {
      const reaching = eligible.find((membership) => mayDo(action, [membership], record));
      if (reaching === undefined) throw refuse('FORBIDDEN', {});
      return reaching;
    },
    require(record) {
      if (!isForAnyone(action) && !mayDo(action, eligible, record)) throw refuse('FORBIDDEN', {});
    },
  };
}
