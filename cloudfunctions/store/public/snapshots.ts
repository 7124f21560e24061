import type { PublicPart } from '#shared/snapshot/public-snapshot';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** The published snapshot of an edition (公开快照): where each part lies now. */
export interface Snapshot {
  /** The edition. */
  id: string;
  version: number;
  builtAt: number;
  parts: { part: PublicPart; digest: string; bytes: number; fileID: string }[];
  /** Parts that were replaced and still lie in storage. */
  earlier: EarlierPart[];
}

/** A part that is shown no longer, and until when phones may still fetch it. */
export interface EarlierPart {
  fileID: string;
  until: number;
}

export const snapshots: Collection = { name: 'snapshots', indexes: [], unaudited: 'copy' };

/** A mark that what the public sees of an edition has changed since it was published. */
interface VisibleChange {
  id: string;
  editionId: string;
}

export const visibleChanges: Collection = {
  name: 'visible-changes',
  indexes: [indexOn('editionId')],
  unaudited: 'copy',
};

/** The snapshot that is published; null before the first. */
export function findSnapshot(reader: Finder, editionId: string): Promise<Snapshot | null> {
  return reader.find<Snapshot>(snapshots.name, editionId);
}

export async function replaceSnapshot(transaction: Transaction, snapshot: Snapshot): Promise<void> {
  await transaction.replace(snapshots.name, snapshot);
}

/** Marks that something visible changed: a document of its own for each write, so that no writer waits for another. */
export async function markVisibleChange(
  transaction: Transaction,
  key: string,
  editionId: string,
): Promise<void> {
  const mark: VisibleChange = { id: key, editionId };
  await transaction.replace(visibleChanges.name, mark);
}

/** Marks of an edition that nobody has published yet, at most `size` of them. */
export function unpublishedChanges(
  reader: Reader,
  editionId: string,
  size: number,
): Promise<VisibleChange[]> {
  return reader.list<VisibleChange>(visibleChanges.name, { where: { editionId }, limit: size });
}

export async function removeVisibleChange(transaction: Transaction, id: string): Promise<void> {
  await transaction.remove(visibleChanges.name, id);
}
