import { keyedHashOf } from '../../platform/keyed-hash';
import type { Finder, Reader, Transaction } from '../../platform/database';
import { indexOn, type Collection } from '../collection';

/**
 * A person's yes to one message about one activity (活动提醒). `waiting` until it is due, `sending` from the moment somebody
 * took it upon himself to send it, then `sent`, `refused` by WeChat, or `gone` with its activity.
 */
export interface Reminder {
  id: string;
  editionId: string;
  activityId: string;
  /** The message has to find the person; it goes with the other traces. */
  openid: string;
  remindAt: number;
  state: 'waiting' | 'sending' | 'sent' | 'refused' | 'gone';
}

export const reminders: Collection = {
  name: 'reminders',
  indexes: [
    indexOn('state', 'remindAt'),
    indexOn('activityId', 'state', 'remindAt'),
    indexOn('openid', 'state'),
    indexOn('editionId', '_id'),
  ],
  unaudited: 'trace',
  erasedBy: 'editionId',
};

const mostReminders = 100;

/** A person has one reminder of an activity, however often they say yes. */
export function reminderId(openid: string, activityId: string): string {
  return keyedHashOf('reminder', `${openid} ${activityId}`).slice(0, 40);
}

export function findReminder(reader: Finder, id: string): Promise<Reminder | null> {
  return reader.find<Reminder>(reminders.name, id);
}

export async function keepReminder(transaction: Transaction, reminder: Reminder): Promise<void> {
  await transaction.replace(reminders.name, reminder);
}

/** What waits to be sent by an instant, the earliest first. */
export function dueReminders(reader: Reader, now: number, size: number): Promise<Reminder[]> {
  return reader.list<Reminder>(reminders.name, {
    where: { state: 'waiting', remindAt: { atMost: now } },
    orderBy: ['remindAt', 'asc'],
    limit: size,
  });
}

/** The reminders of an activity that are due later than now. */
export function remindersToHasten(
  reader: Reader,
  { activityId, now, size }: { activityId: string; now: number; size: number },
): Promise<Reminder[]> {
  return reader.list<Reminder>(reminders.name, {
    where: { activityId, state: 'waiting', remindAt: { greaterThan: now } },
    orderBy: ['remindAt', 'asc'],
    limit: size,
  });
}

/** Has the timer look at reminders at once; those that were sent meanwhile stay as they are. */
export async function dueAtOnce(
  transaction: Transaction,
  ids: readonly string[],
  now: number,
): Promise<void> {
  for (const id of ids) {
    const kept = await findReminder(transaction, id);
    if (kept?.state === 'waiting') await keepReminder(transaction, { ...kept, remindAt: now });
  }
}

/** The activities a person will still be reminded of. */
export async function remindedActivities(reader: Reader, openid: string): Promise<ReadonlySet<string>> {
  const waiting = await reader.list<Reminder>(reminders.name, {
    where: { openid, state: 'waiting' },
    limit: mostReminders,
  });
  return new Set(waiting.map(({ activityId }) => activityId));
}
