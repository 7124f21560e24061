import type { Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** A returned record whose unit is still to be told (退回待通知): a mark of work, gone when the messages are out. */
export interface ReturnToTell {
  /** The record and the revision it was returned in. */
  id: string;
  unitId: string;
  name: string;
  reason: string;
  at: number;
}

export const outbox: Collection = { name: 'outbox', indexes: [indexOn('at')], unaudited: 'copy' };

/** Marks that a unit is to be told of a return, once for each return. */
export async function markReturnToTell(
  transaction: Transaction,
  { id, revision, unitId, name }: { id: string; revision: number; unitId: string; name: string },
  { reason, at }: { reason: string; at: number },
): Promise<void> {
  const mark: ReturnToTell = { id: `${id}-${revision}`, unitId, name, reason, at };
  await transaction.replace(outbox.name, mark);
}

/** The returns whose units are still to be told, the earliest first. */
export function returnsToTell(reader: Reader, size: number): Promise<ReturnToTell[]> {
  return reader.list<ReturnToTell>(outbox.name, { where: {}, orderBy: ['at', 'asc'], limit: size });
}

/** Takes the mark away, unless another run has done so. */
export async function removeReturnToTell(transaction: Transaction, id: string): Promise<void> {
  if ((await transaction.find(outbox.name, id)) !== null) await transaction.remove(outbox.name, id);
}
