import { dayMs, hourMs, minuteMs } from '../ground/durations';

/** What of a waiting check decides when it is asked about next. */
export interface WaitingTimes {
  /** How often it was asked about in vain. */
  attempts: number;
  /** Since when it waits. */
  since: number;
  /** When its author was last seen. */
  seenAt: number;
}

const firstRetryMs = minuteMs;
const longestRetryMs = hourMs;
/** WeChat says nothing of whoever was not here for two hours. */
const seenForMs = 2 * hourMs;
/** After a day a person decides. */
const longestWaitMs = dayMs;

/** Whether WeChat still answers about what somebody wrote, who was seen so long ago. */
export function mayAsk({ seenAt }: Pick<WaitingTimes, 'seenAt'>, now: number): boolean {
  return now - seenAt < seenForMs;
}

/** Whether it has waited so long that a person decides (待人工核). */
export function isOverdue({ since }: Pick<WaitingTimes, 'since'>, now: number): boolean {
  return now - since >= longestWaitMs;
}

/** When it is looked at next: later and later while WeChat answers about its author, then once a person is to decide. */
export function dueAfter({ attempts, since, seenAt }: WaitingTimes, now: number): number {
  const next = now + Math.min(longestRetryMs, firstRetryMs * 2 ** attempts);
  return mayAsk({ seenAt }, next) ? next : Math.max(next, since + longestWaitMs);
}
