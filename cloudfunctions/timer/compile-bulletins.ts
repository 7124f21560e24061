import { bulletinWindow } from '#shared/week/bulletin-window';
import { daysOf } from '#shared/week/edition';
import type { EditionJob } from '../entry/serve-timer';
import { compileDay, gatherBulletin } from '../work/bulletin/bulletin-facts';
import { bulletinOfDayIfAny, countIssued } from '../store/bulletin/bulletins';

/**
 * Compiles the bulletins whose days have closed and that are not issued (16:00 汇编). It looks at every waking, not once a day, and
 * again at those that are compiled: an exception makes a day close later, and a clock that was set back lets more come. Time has
 * decided what is in a bulletin; late, twice or on two machines it comes out the same, and is written only when it differs.
 */
export const compileBulletins: EditionJob = {
  name: 'compile-bulletin',
  editions: 'open',
  dueAt: () => 'always',
  async run({ edition, now, database, step }) {
    const past = daysOf(edition).filter((day) => now >= bulletinWindow(edition, day).closesAt);
    if (past.length === 0 || (await countIssued(database, edition.id)) >= past.length) return;
    for (const day of past) {
      const kept = await bulletinOfDayIfAny(database, { editionId: edition.id, day });
      if (kept?.state === 'issued') continue;
      await step(`${edition.id} ${day}`, {
        gather: () => gatherBulletin(database, { edition, day }),
        run: (transaction, gathered) => compileDay(transaction, { edition, day, now }, gathered),
      });
    }
  },
};
