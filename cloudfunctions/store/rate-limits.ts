import { refuse } from '#shared/refusal/errors';
import { inTransaction } from '../platform/database';
import { keyedHashOf } from '../platform/keyed-hash';
import { indexOn, type Collection } from './collection';

/** How often somebody has tried something lately (次数限制): by a keyed hash, for no openid is kept. */
interface RateLimit {
  id: string;
  purpose: string;
  count: number;
  /** From this moment on it counts anew, and the document serves nothing any more. */
  until: number;
}

export const rateLimits: Collection = {
  name: 'rate-limits',
  indexes: [indexOn('until')],
  unaudited: 'trace',
  erasedBy: 'until',
};

/** What is tried, how often at most in a stretch of time that begins with the first try. */
export interface Attempt {
  purpose: string;
  openid: string;
  most: number;
  perMs: number;
  now: number;
}

/**
 * Counts one try, in a transaction of its own, so that a try that is refused afterwards counts all the same.
 * RATE_LIMITED, with the moment at which it can be tried again, when there were too many.
 */
export async function countAttempt({ purpose, openid, most, perMs, now }: Attempt): Promise<void> {
  const id = keyedHashOf(`rate ${purpose}`, openid);
  await inTransaction(async (transaction) => {
    const kept = await transaction.find<RateLimit>(rateLimits.name, id);
    const running = kept !== null && now < kept.until ? kept : { count: 0, until: now + perMs };
    if (running.count >= most) throw refuse('RATE_LIMITED', { retryAt: running.until });
    const next: RateLimit = { id, purpose, count: running.count + 1, until: running.until };
    await transaction.replace(rateLimits.name, next);
  });
}
