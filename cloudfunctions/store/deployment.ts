import type { Transaction } from '../platform/database';
import type { Collection } from './collection';

/**
 * What there is once in a deployment (部署): whether the bureau was claimed. Transactions of which only one at a time may go
 * through, such as the last but one and the last member of the bureau leaving, each write here and so meet each other.
 */
interface Deployment {
  id: 'deployment';
  /** When the first member of the bureau was made by the code; null before. */
  claimedAt: number | null;
  changedAt: number;
}

export const deployments: Collection = { name: 'deployment', indexes: [] };

async function read(transaction: Transaction): Promise<Deployment> {
  const kept = await transaction.find<Deployment>(deployments.name, 'deployment');
  return kept ?? { id: 'deployment', claimedAt: null, changedAt: 0 };
}

/** Lets no other such transaction go through at the same time: whichever is second begins again and sees the first. */
export async function oneAtATime(transaction: Transaction, now: number): Promise<void> {
  const next: Deployment = { ...(await read(transaction)), changedAt: now };
  await transaction.replace(deployments.name, next);
}

/** Notes that the bureau is claimed; false when it was before. */
export async function claimOnce(transaction: Transaction, now: number): Promise<boolean> {
  const kept = await read(transaction);
  if (kept.claimedAt !== null) return false;
  const claimed: Deployment = { ...kept, claimedAt: now, changedAt: now };
  await transaction.replace(deployments.name, claimed);
  return true;
}
