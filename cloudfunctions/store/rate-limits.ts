import { refuse } from '#shared/contract/errors';
import { inTransaction } from '../platform/database';
import { keyedHashOf } from '../platform/keyed-hash';
import { indexOn, type Collection } from './collection';

/** When somebody tried something lately (操作频次). */
interface Attempts {
  id: string;
  times: number[];
  until: number;
}

export const rateLimits: Collection = {
  name: 'rate-limits',
  indexes: [indexOn('until')],
  unaudited: 'trace',
};

/**
 * Counts an attempt of a person, also when what follows is refused: it is kept in a transaction of its own.
 * RATE_LIMITED, and not counted, when there were as many as allowed within the time before.
 */
export async function countAttempt(attempt: {
  purpose: string;
  openid: string;
  most: number;
  perMs: number;
  now: number;
}): Promise<void> {
  const { purpose, openid, most, perMs, now } = attempt;
  const id = keyedHashOf(`attempts ${purpose}`, openid).slice(0, 40);
  await inTransaction(async (transaction) => {
    const kept = await transaction.find<Attempts>(rateLimits.name, id);
    const times = (kept?.times ?? []).filter((time) => time > now - perMs && time <= now);
    const [first] = times;
    if (first !== undefined && times.length >= most) throw refuse('RATE_LIMITED', { retryAt: first + perMs });
    const next: Attempts = { id, times: [...times, now], until: now + perMs };
    await transaction.replace(rateLimits.name, next);
  });
}
