import type { NoticeKind } from '#shared/notice/notice';
import type { Transaction } from '../../platform/database';
import { tell } from './tell';

/** What became of somebody's place in a unit. */
interface Told {
  openid: string;
  unit: { id: string; name: string };
  kind: Extract<NoticeKind, `membership-${string}`>;
  note: string;
  /** The request or event by which it became so. */
  event: string;
  now: number;
}

/** Tells a person what became of his membership (身份变动通知): he reads it though he is no member any more. */
export function tellMember(
  transaction: Transaction,
  { openid, unit, kind, note, event, now }: Told,
): Promise<void> {
  const about = { kind: 'unit', id: unit.id, name: unit.name } as const;
  return tell(transaction, { to: { openid }, kind, about, note, event, now });
}
