import { LostRace, type Finder, type Transaction } from '../platform/database';
import type { Collection } from './collection';

/**
 * A document that stands for a set (护栏): its revision moves with every change that the set must not miss. A transaction cannot
 * query, and under snapshot isolation what is only read protects nothing. So whoever decides from a set reads the guard's
 * revision first and the set after it, both before the transaction; in the transaction the guard is read again, compared, and
 * written. Of two who decide from one set at once, one begins again and sees the other. `docs/consistency.md` lists them.
 */
export interface Guard {
  id: string;
  revision: number;
}

export const guards: Collection = { name: 'guards', indexes: [], unaudited: 'copy' };

/** What is guarded as one: the memberships that reach the whole bureau, the tree of units, one unit's members, … */
export const guardOf = {
  bureauMembers: () => 'bureau-members',
  unitTree: () => 'unit-tree',
  unitMembers: (unitId: string) => `unit-members ${unitId}`,
  /** A scope's versions and the compilation that runs. */
  summaries: (editionId: string, scopeKey: string) => `summaries ${editionId} ${scopeKey}`,
  submissions: (editionId: string, scopeKey: string) => `submissions ${editionId} ${scopeKey}`,
  mails: (kind: string, id: string) => `mails ${kind} ${id}`,
} as const;

/** A guard as it is now; read before the set that it guards. */
export async function readGuard(reader: Finder, id: string): Promise<Guard> {
  return (await reader.find<Guard>(guards.name, id)) ?? { id, revision: 0 };
}

/** Moves a guard that nobody moved since it was read; otherwise the work gathers and decides again. */
export async function holdGuard(transaction: Transaction, read: Guard): Promise<void> {
  const kept = await readGuard(transaction, read.id);
  if (kept.revision !== read.revision) throw new LostRace(`What ${read.id} guards`);
  const moved: Guard = { ...kept, revision: kept.revision + 1 };
  await transaction.replace(guards.name, moved);
}

/** Moves a guard whose set is not decided from here, but changed so that others must not miss it. */
export async function moveGuard(transaction: Transaction, id: string): Promise<void> {
  await holdGuard(transaction, await readGuard(transaction, id));
}
