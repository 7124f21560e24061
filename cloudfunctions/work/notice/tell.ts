import { addresseeKey, type Addressee, type NoticeKind, type NoticeSubject } from '#shared/notice/notice';
import type { Transaction } from '../../platform/database';
import { idFrom } from '../../platform/digest';
import { findNoticeIfAny, keepNotice } from '../../store/notice/notices';
import { markToSend } from '../../store/notice/outbox';

/** What somebody is told. */
export interface Telling {
  to: Addressee;
  kind: NoticeKind;
  about: NoticeSubject;
  /** The reason, or what was and what is: for members to read, and naming nobody of the public. */
  note: string;
  /** What happened, once: such as a record and its revision. The same is told once, however often it is asked for. */
  event: string;
  now: number;
}

/**
 * Tells a unit, a person, a city's members or all (告知): a notice that stands until it was seen, and a message besides to whoever
 * agreed to one. Within the transaction of what happened; three requests an addressee.
 */
export async function tell(
  transaction: Transaction,
  { to, kind, about, note, event, now }: Telling,
): Promise<void> {
  const key = addresseeKey(to);
  const id = idFrom(`notice ${kind} ${event} ${key}`);
  if ((await findNoticeIfAny(transaction, id)) !== null) return;
  const told = { id, to: key, kind, about, note, at: now, stands: true, seenBy: [] };
  await keepNotice(transaction, told);
  await markToSend(transaction, told);
}
