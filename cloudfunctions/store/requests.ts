import type { Finder, Transaction } from '../platform/database';
import { indexOn, type Collection } from './collection';

/** A write that was done, with what it answered: sent again, it is answered again and not done again. */
export interface DoneRequest {
  id: string;
  action: string;
  /** Of the input, and of the membership that acted: the same asked for as somebody else is something else. */
  inputDigest: string;
  at: number;
  reply: unknown;
}

export const requests: Collection = {
  name: 'requests',
  indexes: [indexOn('at')],
  unaudited: 'copy',
  erasedBy: 'at',
};

/** The write that was done under an id; null when none was. */
export function findDoneRequest(reader: Finder, id: string): Promise<DoneRequest | null> {
  return reader.find<DoneRequest>(requests.name, id);
}

export async function keepDoneRequest(transaction: Transaction, done: DoneRequest): Promise<void> {
  await transaction.insert(requests.name, done);
}
