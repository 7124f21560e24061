import type { HeadcountChoice } from '#shared/record/activity';
import type { RecordKind } from '#shared/record/record-kind';
import type { Finder, Transaction } from '../../platform/database';
import type { Collection } from '../collection';

/** A record that was merged into another, the pair in which that was decided, and the headcount that was chosen with it. */
interface Merged {
  otherId: string;
  doubleId: string;
  choice: HeadcountChoice | null;
}

/**
 * The records that are told together (合并的一组): one document, by the id of the one that leads, so that a transaction finds them. Its
 * revision moves with every change of any of them; what is decided from several of them is guarded by it.
 */
export interface MergeGroup {
  /** The record that leads. */
  id: string;
  kind: RecordKind;
  revision: number;
  /** In the order in which they were merged. */
  merged: readonly Merged[];
}

export const mergeGroups: Collection = { name: 'merge-groups', indexes: [], unaudited: 'copy' };

/** The records that are told under one; none where nothing was ever merged into it. */
export async function findGroup(finder: Finder, kind: RecordKind, leadingId: string): Promise<MergeGroup> {
  const kept = await finder.find<MergeGroup>(mergeGroups.name, leadingId);
  return kept ?? { id: leadingId, kind, revision: 0, merged: [] };
}

/** Keeps a group, and that it has changed. */
export async function replaceGroup(transaction: Transaction, group: MergeGroup): Promise<void> {
  const next: MergeGroup = { ...group, revision: group.revision + 1 };
  await transaction.replace(mergeGroups.name, next);
}
