import { publishedTextsOf } from '#shared/bulletin/bulletin';
import type { Job } from '../entry/serve-timer';
import { checkText } from '../platform/content-check';
import { issuedBulletins, keepBulletin, bulletinOfDayIfAny } from '../store/bulletins';

/**
 * Asks the content check again of bulletins that were issued while it could not be asked: until it passes the public does not
 * read them. What they say is not touched.
 */
export const checkBulletins: Job = {
  name: 'check-bulletins',
  dueAt: () => 'always',
  async run({ edition, database, step }) {
    const waiting = await issuedBulletins(database, { editionId: edition.id, check: 'waiting' });
    for (const { id, day, editionId, issuedBy, ...bulletin } of waiting) {
      const check = await checkText(issuedBy ?? '', publishedTextsOf(bulletin));
      if (check === 'waiting') continue;
      await step(id, async (transaction) => {
        const kept = await bulletinOfDayIfAny(transaction, { editionId, day });
        if (kept?.check === 'waiting') await keepBulletin(transaction, { ...kept, check });
      });
    }
  },
};
