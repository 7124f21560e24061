import type { Addressee } from '#shared/notice/notice';
import type { Edition } from '#shared/week/edition';
import type { Transaction } from '../../platform/database';
import { tell } from '../notice/tell';

/** Tells the members that a change of an edition's dates concerns (日期变动通知), once a change. Nobody waits for one that is being prepared. */
export async function tellEditionChanged(
  transaction: Transaction,
  { id, title, revision, state }: Edition,
  { to, note, now }: { to: Addressee; note: string; now: number },
): Promise<void> {
  if (state !== 'open') return;
  const about = { kind: 'edition', id, name: title } as const;
  await tell(transaction, { to, kind: 'dates-changed', about, note, event: `${id} ${revision}`, now });
}
