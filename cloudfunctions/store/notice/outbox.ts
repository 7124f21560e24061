import type { Notice } from '#shared/notice/notice';
import type { Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/** A notice of which messages are still to go out (待发消息): a mark of work, gone when they are out. */
export type NoticeToSend = Pick<Notice, 'id' | 'to' | 'kind' | 'about' | 'note' | 'at'>;

export const outbox: Collection = { name: 'outbox', indexes: [indexOn('at')], unaudited: 'copy' };

/** Marks that messages of a notice are to go out. */
export async function markToSend(
  transaction: Transaction,
  { id, to, kind, about, note, at }: Notice,
): Promise<void> {
  const mark: NoticeToSend = { id, to, kind, about, note, at };
  await transaction.replace(outbox.name, mark);
}

/** The notices of which messages are still to go out, the earliest first. */
export function noticesToSend(reader: Reader, size: number): Promise<NoticeToSend[]> {
  return reader.list<NoticeToSend>(outbox.name, { where: {}, orderBy: ['at', 'asc'], limit: size });
}

/** Takes the mark away, unless another run has done so. */
export async function removeToSend(transaction: Transaction, id: string): Promise<void> {
  if ((await transaction.find(outbox.name, id)) !== null) await transaction.remove(outbox.name, id);
}
