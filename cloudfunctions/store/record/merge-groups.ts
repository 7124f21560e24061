import type { Merge } from '#shared/double/doubles';
import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/** A record that was merged into another, and the pair in which that was decided. */
interface Merged {
  otherId: string;
  doubleId: string;
}

/** The records that are told under one (并入的记录): one document for each that stays, so that a transaction reads them by its id. */
interface MergeGroup {
  /** The record that stays. */
  id: string;
  merged: readonly Merged[];
}

export const mergeGroups: Collection = { name: 'merge-groups', indexes: [], unaudited: 'copy' };

/** With the one that stays a dozen: all of them are parted in one transaction when it is withdrawn. */
export const mostMerged = 11;

/** What was merged into a record, the earliest first. */
export async function mergedUnder(finder: Finder, id: string): Promise<readonly Merged[]> {
  return (await finder.find<MergeGroup>(mergeGroups.name, id))?.merged ?? [];
}

async function keep(transaction: Transaction, group: MergeGroup): Promise<void> {
  await transaction.replace(mergeGroups.name, group);
}

/** Puts a record under the one that stays. */
export async function addToGroup(
  transaction: Transaction,
  { staysId, otherId }: Merge,
  doubleId: string,
): Promise<void> {
  const merged = await mergedUnder(transaction, staysId);
  await keep(transaction, { id: staysId, merged: [...merged, { otherId, doubleId }] });
}

/** Takes records out from under the one that stayed. */
export async function takeFromGroup(
  transaction: Transaction,
  staysId: string,
  otherIds: readonly string[],
): Promise<void> {
  const merged = await mergedUnder(transaction, staysId);
  await keep(transaction, {
    id: staysId,
    merged: merged.filter(({ otherId }) => !otherIds.includes(otherId)),
  });
}
