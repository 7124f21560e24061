import { bulletinWindow, settledAt } from '#shared/week/bulletin-window';
import { daysOf } from '#shared/week/edition';
import type { Job } from '../entry/serve-timer';
import { compileDay } from '../store/bulletin-facts';
import { exceptionsOf } from '../store/bulletin-exceptions';
import { bulletinOfDayIfAny, countCompiled } from '../store/bulletins';

/**
 * Compiles the bulletins whose days have closed (16:00 汇编). It looks at every waking, not once a day: an exception makes a day
 * close later, and has a bulletin compiled again. Time has decided what is in it; late, twice or on two machines it comes out
 * the same.
 */
export const compileBulletins: Job = {
  name: 'compile-bulletin',
  dueAt: () => 'always',
  async run({ edition, now, database, step }) {
    if (edition.state !== 'open') return;
    const past = daysOf(edition).filter((day) => now >= bulletinWindow(edition, day).closesAt);
    if (past.length === 0 || (await countCompiled(database, edition.id)) >= past.length) return;
    for (const day of past) {
      const kept = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
      if (kept !== null && kept.state !== 'open') continue;
      const exceptions = await exceptionsOf(database, { editionId: edition.id, day });
      const standing = exceptions.filter(({ revokedAt }) => revokedAt === null);
      if (now < settledAt(edition, day, standing)) continue;
      await step(`${edition.id} ${day}`, (transaction) => compileDay(transaction, { edition, day, now }));
    }
  },
};
