import { mayDo, membershipsFor, isForAnyone, type ActionName, type Belonging } from '#shared/access/rights';
import type { Membership } from '#shared/access/membership';
import { refuse } from '#shared/contract/errors';

/** Who is calling, for one action. */
export interface Caller {
  openid: string;
  /** Everything the person is. */
  memberships: readonly Membership[];
  /** The membership the action is done under: the first that has the right. Throws for an action that is open to anyone. */
  acting(): Membership;
  /** Refuses with FORBIDDEN unless the person may do the action to a record. */
  require(record: Belonging): void;
}

/** Decides by the table of rights whether a person may do an action at all. NO_MEMBERSHIP when not. */
export function authorise(action: ActionName, openid: string, memberships: readonly Membership[]): Caller {
  const acting = membershipsFor(action, memberships);
  if (acting.length === 0 && !isForAnyone(action)) throw refuse('NO_MEMBERSHIP', {});
  return {
    openid,
    memberships,
    acting() {
      const [first] = acting;
      if (first === undefined) throw new Error(`${action} is open to anyone and is done under no membership`);
      return first;
    },
    require(record) {
      if (!mayDo(action, memberships, record)) throw refuse('FORBIDDEN', {});
    },
  };
}
