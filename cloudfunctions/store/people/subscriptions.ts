import type { MemberMessage } from '#shared/contract/people/save-subscription';
import type { Finder, Transaction } from '../../platform/database';
import { keyedHashOf } from '../../platform/keyed-hash';
import { indexOn, type Collection } from '../collection';

/** How often a member may still be written to (已同意的订阅次数): WeChat takes one message for each yes. */
interface Subscription {
  id: string;
  savedUp: number;
  /** When a yes came last. */
  at: number;
}

export const subscriptions: Collection = {
  name: 'subscriptions',
  indexes: [indexOn('at')],
  unaudited: 'trace',
  erasedBy: 'at',
};

/** More than a week can use. */
const mostSavedUp = 30;

function subscriptionId(openid: string, message: MemberMessage): string {
  return keyedHashOf('subscription', `${message} ${openid}`).slice(0, 40);
}

export async function savedUpFor(reader: Finder, openid: string, message: MemberMessage): Promise<number> {
  const kept = await reader.find<Subscription>(subscriptions.name, subscriptionId(openid, message));
  return kept?.savedUp ?? 0;
}

/** Adds one yes; how many there are now. */
export async function saveUp(
  transaction: Transaction,
  openid: string,
  message: MemberMessage,
  now: number,
): Promise<number> {
  const savedUp = Math.min(mostSavedUp, (await savedUpFor(transaction, openid, message)) + 1);
  const kept: Subscription = { id: subscriptionId(openid, message), savedUp, at: now };
  await transaction.replace(subscriptions.name, kept);
  return savedUp;
}

/** Uses one yes up; false when there is none. Used up before the message goes out, so that none goes out twice. */
export async function useUp(
  transaction: Transaction,
  openid: string,
  message: MemberMessage,
): Promise<boolean> {
  const kept = await transaction.find<Subscription>(subscriptions.name, subscriptionId(openid, message));
  if (kept === null || kept.savedUp === 0) return false;
  const used: Subscription = { ...kept, savedUp: kept.savedUp - 1 };
  await transaction.replace(subscriptions.name, used);
  return true;
}
