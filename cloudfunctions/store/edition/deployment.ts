import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/** What there is once in a deployment (部署): a document of one id, so that two who change it at once meet. */
interface Deployment {
  id: 'deployment';
  /** When the first member of the bureau was made by the code; null before. */
  claimedAt: number | null;
  /** Keyed hashes of the codes that it was claimed with: each is good once. */
  claimedWith: readonly string[];
  /** The bureau's unit; null before it is claimed. */
  bureauUnitId: string | null;
  /** The edition that is on (本届): exactly one is, by standing here; null before the first. */
  currentEditionId: string | null;
}

export const deployments: Collection = { name: 'deployment', indexes: [] };

async function read(finder: Finder): Promise<Deployment> {
  const kept = await finder.find<Deployment>(deployments.name, 'deployment');
  const empty = { claimedAt: null, claimedWith: [], bureauUnitId: null, currentEditionId: null };
  return kept ?? { id: 'deployment', ...empty };
}

/** The id of the edition that is on; null before the first one is set up. */
export async function currentEditionId(finder: Finder): Promise<string | null> {
  return (await read(finder)).currentEditionId;
}

/** Makes an edition the one that is on, in place of the one that was. */
export async function pointToEdition(transaction: Transaction, id: string): Promise<void> {
  const next: Deployment = { ...(await read(transaction)), currentEditionId: id };
  await transaction.replace(deployments.name, next);
}

/** Whether the bureau is claimed, with which code, and its unit if there is one. */
export async function bureauOf(
  finder: Finder,
): Promise<Pick<Deployment, 'claimedAt' | 'claimedWith' | 'bureauUnitId'>> {
  return read(finder);
}

/** Notes that the bureau is claimed, and which unit is the bureau's. */
export async function keepClaim(
  transaction: Transaction,
  claim: { claimedAt: number; claimedWith: readonly string[]; bureauUnitId: string },
): Promise<void> {
  const claimed: Deployment = { ...(await read(transaction)), ...claim };
  await transaction.replace(deployments.name, claimed);
}
